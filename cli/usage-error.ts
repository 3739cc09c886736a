import { OperatorError } from '../lib/operator-error';
import { tryNearestName } from '../lib/validation/names/nearest-name';

/** A command line that cannot be meant as it is. */
export class UsageError extends OperatorError {
  constructor(message: string, remedy = '') {
    super(message, remedy);
    this.name = 'UsageError';
  }
}

/**
 * Returns the refusal of a name that is none of those known, with the nearest of them.
 *
 * @param what what the name is of, such as `environment`
 */
export function unknownName(what: string, name: string, known: readonly string[]): UsageError {
  const nearest = tryNearestName(name, known);
  const hint = nearest === undefined ? '' : ` did you mean "${nearest}"?`;
  return new UsageError(`unknown ${what} "${name}";${hint} known: ${known.join(', ')}`);
}
