import { absent, atLeast, oneOfOrEmpty } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { amountOrPercentage, isZero, percentageUpTo100 } from '../pods/pod-share';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

const HISTORY: readonly FieldExpectation[] = [['revisionHistoryLimit', atLeast(0)]];

const ORDINALS: readonly FieldExpectation[] = [['ordinals.start', atLeast(0)]];

const PARTITION: readonly FieldExpectation[] = [['partition', atLeast(0)]];

const RETENTION: readonly FieldExpectation[] = [
  ['whenDeleted', oneOfOrEmpty('Retain', 'Delete')],
  ['whenScaled', oneOfOrEmpty('Retain', 'Delete')],
];

const COUNTS: readonly FieldExpectation[] = [
  ['replicas', atLeast(0)],
  ['minReadySeconds', atLeast(0)],
];

/** @see kubernetes/kubernetes v1.27 pkg/apis/apps/v1/defaults.go */
const DEFAULT_PROGRESS_DEADLINE = 600;

/** What is expected of a kind beside its counts, by kind. */
const BY_KIND: ReadonlyMap<string, (spec: Field) => readonly FieldProblem[]> = new Map([
  ['Deployment.apps', deploymentProblems],
  ['DaemonSet.apps', daemonSetProblems],
  ['StatefulSet.apps', statefulSetProblems],
  ['ReplicaSet.apps', () => []],
  ['ReplicationController', () => []],
]);

/**
 * A rollout has to be able to move: one Pod more or one less is enough.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/apps/validation/validation.go
 */
export const apiRolloutValid = refusalRule({
  id: 'api-rollout-valid',
  summary: 'Replicas and the bounds of a rollout are numbers with which it can move.',
  remedy: 'Let a rollout add a Pod (maxSurge) or take one away (maxUnavailable), or use Recreate without bounds.',
  problemsIn: (manifest) => {
    const problemsIn = BY_KIND.get(qualifiedKind(manifest));
    if (problemsIn === undefined) return [];
    const spec = Field.of(manifest).at('spec');
    return [...problemsBelow(spec, COUNTS), ...problemsIn(spec)];
  },
});

function deploymentProblems(spec: Field): readonly FieldProblem[] {
  const [type, bounds] = [spec.at('strategy.type'), spec.at('strategy.rollingUpdate')];
  const [ready, deadline] = [spec.at('minReadySeconds').integer ?? 0, spec.at('progressDeadlineSeconds')];
  const seconds = deadline.exists ? deadline.integer : DEFAULT_PROGRESS_DEADLINE;
  return [
    ...problemsBelow(spec, HISTORY),
    ...problemsOf(type, oneOfOrEmpty('RollingUpdate', 'Recreate')),
    ...(type.text === 'Recreate' ? problemsOf(bounds, absent('which Recreate has no use for')) : []),
    ...(isRolling(type) ? boundsProblems(bounds) : []),
    ...(seconds !== undefined && seconds <= ready
      ? [problemAt(deadline, `is ${seconds}; more than minReadySeconds is expected, which is ${ready}`)]
      : []),
  ];
}

function boundsProblems(bounds: Field): readonly FieldProblem[] {
  const [surge, unavailable] = [bounds.at('maxSurge'), bounds.at('maxUnavailable')];
  return [
    ...problemsOf(surge, amountOrPercentage),
    ...problemsOf(unavailable, percentageUpTo100),
    ...(isZero(surge) && isZero(unavailable)
      ? [problemAt(unavailable, 'is 0, as maxSurge is; a Pod more or a Pod less is expected')]
      : []),
  ];
}

function daemonSetProblems(spec: Field): readonly FieldProblem[] {
  const [type, bounds] = [spec.at('updateStrategy.type'), spec.at('updateStrategy.rollingUpdate')];
  const [surge, unavailable] = [bounds.at('maxSurge'), bounds.at('maxUnavailable')];
  const surges = surge.exists && !isZero(surge);
  return [
    ...problemsBelow(spec, HISTORY),
    ...problemsOf(type, oneOfOrEmpty('RollingUpdate', 'OnDelete')),
    ...(isRolling(type) ? [surge, unavailable].flatMap((bound) => problemsOf(bound, percentageUpTo100)) : []),
    ...(isRolling(type) && surges && !isZero(unavailable)
      ? [problemAt(surge, 'is more than 0; for that maxUnavailable has to be 0, which is 1 where it is missing')]
      : []),
    ...(isRolling(type) && !surges && isZero(unavailable)
      ? [problemAt(unavailable, 'is 0, as maxSurge is; a Pod more or a Pod less is expected')]
      : []),
  ];
}

function statefulSetProblems(spec: Field): readonly FieldProblem[] {
  const [type, bounds] = [spec.at('updateStrategy.type'), spec.at('updateStrategy.rollingUpdate')];
  const retention = spec.at('persistentVolumeClaimRetentionPolicy');
  return [
    ...problemsBelow(spec, ORDINALS),
    ...problemsOf(spec.at('podManagementPolicy'), oneOfOrEmpty('OrderedReady', 'Parallel')),
    ...problemsOf(type, oneOfOrEmpty('RollingUpdate', 'OnDelete')),
    ...(type.text === 'OnDelete' ? problemsOf(bounds, absent('which OnDelete has no use for')) : []),
    ...(isRolling(type) ? problemsBelow(bounds, PARTITION) : []),
    ...problemsBelow(retention, RETENTION),
  ];
}

function isRolling({ value, text }: Field): boolean {
  return (value ?? '') === '' || text === 'RollingUpdate';
}
