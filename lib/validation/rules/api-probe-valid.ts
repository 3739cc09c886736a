import { absent, atLeast } from '../fields/expectations';
import { problemsBelow } from '../fields/field-problems';
import type { Expectation, FieldCheck, FieldExpectation } from '../fields/field-problems';
import { handlerProblems } from '../pods/handlers';
import { podRefusalRule } from '../pods/pod-refusal-rule';

/** Takes 0 for the default, which is 1. */
const once: Expectation = ({ integer = 1 }) => (integer > 1 ? `is ${integer}; 1 is expected` : undefined);

const probe: FieldCheck = (field) => handlerProblems(field, ['exec', 'httpGet', 'tcpSocket', 'grpc']);

const hook: FieldCheck = (field) => handlerProblems(field, ['exec', 'httpGet', 'tcpSocket']);

const OF_RUNNING: readonly FieldExpectation[] = [
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name): readonly FieldExpectation[] => [
    [name, probe],
    [`${name}.initialDelaySeconds`, atLeast(0)],
    [`${name}.timeoutSeconds`, atLeast(0)],
    [`${name}.periodSeconds`, atLeast(0)],
    [`${name}.successThreshold`, atLeast(0)],
    [`${name}.failureThreshold`, atLeast(0)],
    [`${name}.terminationGracePeriodSeconds`, atLeast(1)],
  ]),
  ['livenessProbe.successThreshold', once],
  ['startupProbe.successThreshold', once],
  ['readinessProbe.terminationGracePeriodSeconds', absent('and a readiness probe ends nothing')],
  ['lifecycle.postStart', hook],
  ['lifecycle.preStop', hook],
];

/** A container that runs to its end has none of these. */
const OF_INIT = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'].map((name): FieldExpectation => [
  name,
  absent('and init containers have none'),
]);

/**
 * A probe asks in one way, at times that are not negative, and a probe that ends the container succeeds with the
 * first answer. Init containers have neither probes nor hooks in 1.27.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateProbe, validateLifecycle
 */
export const apiProbeValid = podRefusalRule({
  id: 'api-probe-valid',
  summary: 'A probe or hook has exactly one handler, and a probe has times that are not negative.',
  remedy: 'Leave one of exec, httpGet, tcpSocket and grpc, and give times of 0 or more.',
  problemsIn: ({ containers }) =>
    containers.flatMap(({ field, init }) => problemsBelow(field, init ? OF_INIT : OF_RUNNING)),
});
