import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../validation/manifest';

/** Tells whether two values are the same, in whatever order their fields stand; the order of a list counts. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return isDeepStrictEqual(one, other);
}
