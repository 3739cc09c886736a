/** Kustomize writes a hash of ten letters of this alphabet behind a name; other tools write hexadecimal digits. */
const HASHED_NAME = /-(?:[bcdfghkmt2456789]{10}|(?=[a-f]*\d)[0-9a-f]{8,64})$/;

/** Tells whether a name ends in a hash of the content, so that another content is another object. */
export function isHashedName(name: string): boolean {
  return HASHED_NAME.test(name);
}
