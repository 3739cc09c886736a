import { oneOf } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation } from '../fields/field-problems';
import { percentageUpTo100 } from '../pods/pod-share';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['minAvailable', percentageUpTo100],
  ['maxUnavailable', percentageUpTo100],
  ['unhealthyPodEvictionPolicy', oneOf('IfHealthyBudget', 'AlwaysAllow')],
];

/**
 * A PodDisruptionBudget says how many Pods stay or how many go, not both.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/policy/validation/validation.go, ValidatePodDisruptionBudgetSpec
 */
export const apiDisruptionBudgetValid = refusalRule({
  id: 'api-disruption-budget-valid',
  summary: 'A PodDisruptionBudget has minAvailable or maxUnavailable, as a number or up to 100%.',
  remedy: 'Leave maxUnavailable, which stays right when the replicas change.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'PodDisruptionBudget.policy') return [];
    const spec = Field.of(manifest).at('spec');
    const both = spec.at('minAvailable').exists && spec.at('maxUnavailable').exists;
    return [
      ...(both ? [problemAt(spec, 'has minAvailable and maxUnavailable; only one of these is expected')] : []),
      ...problemsBelow(spec, EXPECTATIONS),
    ];
  },
});
