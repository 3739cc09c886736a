import { acknowledgementInUse } from '../../lib/validation/acknowledgements';
import { allRules } from '../../lib/validation/all-rules';
import { unknownName } from '../usage-error';

/**
 * Returns the rules to report on, or undefined for all.
 *
 * @param chosen the values of `--rule`
 * @throws UsageError for an id that no rule has
 */
export function tryChosenRules(chosen: readonly string[]): ReadonlySet<string> | undefined {
  if (chosen.length === 0) return undefined;
  const known = [...allRules, acknowledgementInUse].map(({ id }) => id).sort();
  for (const id of chosen) {
    if (!known.includes(id)) throw unknownName('rule', id, known);
  }
  return new Set(chosen);
}
