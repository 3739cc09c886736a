import { addToList } from '../../../validation/add-to-list';
import type { RuleNotRun } from '../../../validation/run-rules';

/** Returns the rules that were not asked, by what they lacked: most lack the same. */
export function rulesByReason(notRun: readonly RuleNotRun[]): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { rule, reason } of notRun) {
    addToList(rules, reason, rule);
  }
  return rules;
}
