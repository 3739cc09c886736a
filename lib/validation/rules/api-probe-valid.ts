import { absent, atLeast } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { Expectation, FieldExpectation, FieldProblem } from '../fields/field-problems';
import { handlerProblems } from '../pods/handlers';
import { podProblems } from '../pods/pod-fields';
import { refusalRule } from '../fields/refusal-rule';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

const HOOKS = ['lifecycle.postStart', 'lifecycle.preStop'] as const;

/** What a container that runs to its end may not have. */
const OF_RUNNING_CONTAINERS = [...PROBES, 'lifecycle'] as const;

const TIMES: readonly FieldExpectation[] = [
  ['initialDelaySeconds', atLeast(0)],
  ['timeoutSeconds', atLeast(0)],
  ['periodSeconds', atLeast(0)],
  ['successThreshold', atLeast(0)],
  ['failureThreshold', atLeast(0)],
  ['terminationGracePeriodSeconds', atLeast(1)],
];

/** Takes 0 for the default, which is 1. */
const once: Expectation = ({ integer = 1 }) => (integer > 1 ? `is ${integer}; 1 is expected` : undefined);

/**
 * A probe asks in one way, at times that are not negative, and a probe that ends the container succeeds with the
 * first answer. Init containers have neither probes nor hooks in 1.27.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateProbe, validateLifecycle
 */
export const apiProbeValid = refusalRule({
  id: 'api-probe-valid',
  summary: 'A probe or hook has exactly one handler, and a probe has times that are not negative.',
  remedy: 'Leave one of exec, httpGet, tcpSocket and grpc, and give times of 0 or more.',
  problemsIn: (manifest) =>
    podProblems(manifest, ({ containers }) =>
      containers.flatMap(({ field, init }) => (init ? problemsOfInit(field) : problemsOfRunning(field))),
    ),
});

function problemsOfInit(container: Field): readonly FieldProblem[] {
  return OF_RUNNING_CONTAINERS.flatMap((name) =>
    problemsOf(container.at(name), absent('and init containers have none')),
  );
}

function problemsOfRunning(container: Field): readonly FieldProblem[] {
  return [
    ...PROBES.flatMap((name) =>
      container
        .all(name)
        .filter(({ isObject }) => isObject)
        .flatMap((probe) => probeProblems(probe, name)),
    ),
    ...HOOKS.flatMap((name) => container.all(name)).flatMap((hook) =>
      handlerProblems(hook, ['exec', 'httpGet', 'tcpSocket']),
    ),
  ];
}

function probeProblems(probe: Field, name: (typeof PROBES)[number]): readonly FieldProblem[] {
  const grace = probe.at('terminationGracePeriodSeconds');
  return [
    ...handlerProblems(probe, ['exec', 'httpGet', 'tcpSocket', 'grpc']),
    ...problemsBelow(probe, TIMES),
    ...(name === 'readinessProbe' ? [] : problemsOf(probe.at('successThreshold'), once)),
    ...(name === 'readinessProbe' && grace.exists
      ? [problemAt(grace, 'is given, and a readiness probe ends nothing')]
      : []),
  ];
}
