/**
 * Tells whether an image has the tag `latest`, written or not, with which it is pulled at each start.
 *
 * @see kubernetes/kubernetes v1.27 pkg/util/parsers/parsers.go, ParseImageName
 */
export function isMovingTag(image: string): boolean {
  const [name = '', digest] = image.split('@', 2);
  // In `dtr.corp:5000/mongo` the colon belongs to the port.
  const [, tag] = name.slice(name.lastIndexOf('/') + 1).split(':');
  if (tag !== undefined) return tag === 'latest';
  return name !== '' && digest === undefined;
}
