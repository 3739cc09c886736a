import { asObject, asText } from './manifest';
import type { Manifest } from './manifest';
import type { Problem, Rule } from './rule';

const PREFIX = 'znyw/acknowledge.';

/** A rule, as far as a finding says which one it is. */
export type RuleIdentity = Pick<Rule, 'id' | 'class' | 'severity' | 'summary' | 'remedy'>;

/**
 * The demand on acknowledgements themselves: none may stay behind when its reason is gone, or promise an effect that
 * it does not have. It has no `check`, because the runner alone knows which of them were of use.
 */
export const acknowledgementInUse: RuleIdentity = {
  id: 'acknowledgement-in-use',
  class: 'policy',
  severity: 'warning',
  summary: 'Every acknowledgement on an object gives a reason and matches a finding of a policy.',
  remedy: 'Remove the annotation, or correct the rule and the reason in it.',
};

/** Returns the reason for which an object departs from a rule, or undefined if it gives none or the rule allows none. */
export function tryAcknowledgement(manifest: Manifest, rule: RuleIdentity): string | undefined {
  // What the API server or a controller refuses does not work any better for a reason.
  if (rule.class !== 'policy') return undefined;
  const reason = asText(annotationsOf(manifest)[`${PREFIX}${rule.id}`]).trim();
  return reason === '' ? undefined : reason;
}

/** Policies that are asked where more is known than the objects: by `publish`, which knows what the test environment runs. */
const ASKED_ELSEWHERE: ReadonlySet<string> = new Set(['image-tried-in-test']);

/**
 * Returns the problems of the acknowledgements on the objects.
 *
 * @param rules all rules of the run
 * @param isOpen tells whether the acknowledgement may be of use: it matched, or its rule could not be evaluated
 */
export function acknowledgementProblems(
  manifests: readonly Manifest[],
  rules: readonly RuleIdentity[],
  isOpen: (manifest: Manifest, rule: string) => boolean,
): readonly Problem[] {
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  return manifests.flatMap((manifest) =>
    Object.keys(annotationsOf(manifest))
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => {
        const id = key.slice(PREFIX.length);
        const rule = rulesById.get(id);
        const field = `metadata.annotations[${key}]`;
        if (rule === undefined) {
          return ASKED_ELSEWHERE.has(id) ? [] : [{ manifest, field, message: unknownRule(id, rules) }];
        }
        if (rule.class !== 'policy') {
          return [
            { manifest, field, message: `is about a rule of class ${rule.class}; only a policy is acknowledged` },
          ];
        }
        if (tryAcknowledgement(manifest, rule) === undefined) return [{ manifest, field, message: 'gives no reason' }];
        return isOpen(manifest, id) ? [] : [{ manifest, field, message: `matches no finding of ${id}` }];
      }),
  );
}

function unknownRule(id: string, rules: readonly RuleIdentity[]): string {
  const policies = rules.filter((rule) => rule.class === 'policy').map((rule) => rule.id);
  return `is about "${id}", which is no rule; policies: ${policies.join(', ')}`;
}

function annotationsOf(manifest: Manifest) {
  return asObject(asObject(manifest.json['metadata'])['annotations']);
}
