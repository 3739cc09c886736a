import { ReadingError } from './reading-error';

/** The most levels of lists and objects in one another. The deepest of Kubernetes, schemas of resources, have some 60. */
export const MAX_DEPTH = 200;

/** Returns the refusal of a document that is nested deeper than is read. */
export function tooDeep(line?: number): ReadingError {
  return new ReadingError(`is nested deeper than ${MAX_DEPTH} levels`, line);
}
