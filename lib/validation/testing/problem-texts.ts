import type { Manifest } from '../manifest';
import type { Rule } from '../rule';

/** Returns what a rule says of some objects as `field: message`, for a test. */
export function problemTexts(rule: Rule, ...manifests: readonly Manifest[]): readonly string[] {
  return rule.check(manifests, {}).map(({ field, message }) => `${field}: ${message}`);
}
