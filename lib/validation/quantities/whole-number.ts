import type { Json } from '../manifest';

/** The largest value of an integer field of an API object, as these are 32 bits wide. */
const MAX_INT32 = 2 ** 31 - 1;

/**
 * Returns the value if it is a count as API objects hold them, otherwise the fallback.
 *
 * What is missing takes the default of Kubernetes that way; what is malformed too, since the API server refuses it
 * and a rule that counts must only not throw.
 */
export function wholeNumber(value: Json | undefined, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_INT32 ? value : fallback;
}
