import type { RuleNotRun } from '../../../validation/run-rules';

/** Returns the rules that were not asked, by what they lacked: most lack the same. */
export function rulesByReason(notRun: readonly RuleNotRun[]): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { rule, reason } of notRun) {
    const known = rules.get(reason);
    if (known === undefined) rules.set(reason, [rule]);
    else known.push(rule);
  }
  return rules;
}
