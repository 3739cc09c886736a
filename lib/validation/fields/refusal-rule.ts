import type { FieldProblem } from './field-problems';
import type { Manifest } from '../manifest';
import type { Problem, Rule } from '../rule';

/** A rule about what the API server refuses, as far as one differs from another. */
export interface Refusal extends Pick<Rule, 'id' | 'summary' | 'remedy'> {
  /** What the API server would refuse in one object, whatever else there is. */
  readonly problemsIn: (manifest: Manifest) => readonly FieldProblem[];
}

/**
 * Returns the rule of a refusal: an error about each object by itself, which nobody can acknowledge.
 *
 * What is refused in a template of Pods counts, also where the API server takes the template (it does not look into
 * that of a StatefulSet) and refuses each Pod later: nothing runs either way.
 */
export function refusalRule({ problemsIn, ...words }: Refusal): Rule {
  return {
    ...words,
    class: 'refused',
    severity: 'error',
    check: (manifests) => {
      const problems: Problem[] = [];
      for (const manifest of manifests) {
        for (const problem of problemsIn(manifest)) problems.push({ manifest, ...problem });
      }
      return problems;
    },
  };
}
