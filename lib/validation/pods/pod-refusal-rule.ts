import type { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import type { Refusal } from '../fields/refusal-rule';
import type { Problem, Rule } from '../rule';
import { podsAmong } from './pod-fields';
import type { PodFields } from './pod-fields';

/** A rule about what the API server refuses in Pods, as far as one differs from another. */
export interface PodRefusal extends Omit<Refusal, 'problemsIn'> {
  /** What the API server would refuse in the Pods of one object, whatever else there is. */
  readonly problemsIn: (pods: PodFields) => readonly FieldProblem[];
}

/** A rule about what the API server refuses in a container or init container. */
export interface ContainerRefusal extends Omit<Refusal, 'problemsIn'> {
  readonly problemsIn: (container: Field) => readonly FieldProblem[];
}

/** Returns the rule of a refusal that is about Pods only, as `refusalRule` does. */
export function podRefusalRule({ problemsIn, ...words }: PodRefusal): Rule {
  return {
    ...words,
    class: 'refused',
    severity: 'error',
    check: (manifests) =>
      podsAmong(manifests).flatMap((pods): readonly Problem[] => {
        const found = problemsIn(pods);
        return found.length === 0 ? [] : found.map((problem) => ({ manifest: pods.manifest, ...problem }));
      }),
  };
}

/** Returns the rule of a refusal that is about each container and init container. */
export function containerRefusalRule({ problemsIn, ...words }: ContainerRefusal): Rule {
  return podRefusalRule({
    ...words,
    problemsIn: ({ containers }) => containers.flatMap(({ field }) => problemsIn(field)),
  });
}
