/** The parts of an image reference such as `dtr.corp:5000/znyw/mongo:7.0.14@sha256:…`. */
export interface ImageReference {
  /** Everything before tag and digest: `dtr.corp:5000/znyw/mongo`. */
  readonly name: string;
  /** The last segment of the name: `mongo`. */
  readonly repository: string;
  /** @default none: the registry takes `latest` */
  readonly tag?: string;
  /** @default none: what the tag stands for may change */
  readonly digest?: string;
}

/** Returns the parts of an image reference; whether each has the right form is not asked. */
export function parseImageReference(image: string): ImageReference {
  const [reference = '', digest] = image.trim().split('@', 2);
  const segments = reference.split('/');
  // Only the last segment has a tag: in `dtr.corp:5000/mongo` the colon belongs to the port.
  const [repository = '', tag] = (segments.at(-1) ?? '').split(':', 2);
  return {
    name: [...segments.slice(0, -1), repository].join('/'),
    repository,
    ...(tag === undefined || tag === '' ? {} : { tag }),
    ...(digest === undefined || digest === '' ? {} : { digest }),
  };
}
