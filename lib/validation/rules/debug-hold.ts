import { asList, asObject, asText } from '../manifest';
import { isEndlessSleep } from '../pods/endless-sleep';
import type { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import { podProblems } from '../pods/pod-fields';
import type { PodFields } from '../pods/pod-fields';
import type { Problem, Rule } from '../rule';

/** Annotation on the Pods of a workload that is started with a hold. */
export const HOLD_ANNOTATION = 'znyw/debug-hold';

/**
 * A hold keeps a container alive without its start script, so that a person can go in and try it. Meanwhile it serves
 * nobody, and with its probes off Kubernetes does not notice.
 *
 * A container whose command is a sleep is on hold as well, but nothing says so; as it may be meant, for a tool box that
 * people enter, it is a warning everywhere.
 */
export const debugHold: Rule = {
  id: 'debug-hold',
  class: 'policy',
  severity: 'warning',
  summary: 'No workload is on hold in production, and elsewhere each hold is shown.',
  remedy: 'Take the hold off, and publish the workload again.',
  check: (manifests, { production = false }) =>
    manifests.flatMap((manifest) =>
      podProblems(manifest, (pods) => {
        const hold = pods.metadata.at('annotations').entry(HOLD_ANNOTATION);
        return isOn(hold) ? [heldProblem(hold, production)] : sleeperProblems(pods);
      }).map((problem) => ({ manifest, ...problem })),
    ),
};

function isOn({ text, value }: Field): boolean {
  // Without quotes it is refused, but a hold is meant.
  return text === 'true' || value === true;
}

function heldProblem({ path }: Field, production: boolean): Omit<Problem, 'manifest'> {
  const message = 'is "true": containers are kept alive without their start scripts, and their probes are off';
  return production
    ? { field: path, message: `${message}, in production`, severity: 'error' }
    : { field: path, message };
}

function sleeperProblems({ containers }: PodFields): readonly FieldProblem[] {
  return containers.flatMap(({ field }) => {
    const { command, args } = asObject(field.value);
    const words = [...asList(command), ...asList(args)].map(asText);
    if (!isEndlessSleep(words)) return [];
    const message = `is ${JSON.stringify(words.join(' '))}, which keeps the container alive and does nothing`;
    const remedy = 'Write what the container is there for.';
    return [{ field: field.at(field.at('command').exists ? 'command' : 'args').path, message, remedy }];
  });
}
