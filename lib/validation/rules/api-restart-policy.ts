import { oneOf, oneOfOrEmpty } from '../fields/expectations';
import type { Expectation } from '../fields/field-problems';
import { problemsOf } from '../fields/field-problems';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import type { WorkloadKind } from '../pods/pods';

const ENDS = oneOf('OnFailure', 'Never');

/** Without a policy the Pod takes Always, which a Job may not have. */
const endsAndGiven: Expectation = (field) =>
  field.exists ? ENDS(field) : 'is missing, which means Always; OnFailure or Never is expected';

const BY_KIND: Readonly<Partial<Record<WorkloadKind, Expectation>>> = {
  Pod: oneOfOrEmpty('Always', 'OnFailure', 'Never'),
  Job: endsAndGiven,
  CronJob: endsAndGiven,
};

/**
 * A controller that keeps Pods running restarts their containers always, and a Job never does.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/apps/validation/validation.go, pkg/apis/batch/validation/validation.go
 */
export const apiRestartPolicy = podRefusalRule({
  id: 'api-restart-policy',
  summary: 'Jobs restart their containers on failure or never, other workloads always.',
  remedy: 'Set restartPolicy to Never or OnFailure for a Job or CronJob, and leave it out for anything else.',
  problemsIn: ({ kind, spec }) =>
    spec.isObject ? problemsOf(spec.at('restartPolicy'), BY_KIND[kind] ?? oneOfOrEmpty('Always')) : [],
});
