import { atLeast, between, notEmptyList, ofForm, oneOf } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { metricProblems } from '../fields/metric-problems';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

const BEHAVIORS = ['behavior.scaleUp', 'behavior.scaleDown'].flatMap((rules): readonly FieldExpectation[] => [
  [`${rules}.stabilizationWindowSeconds`, between(0, 3600)],
  [`${rules}.selectPolicy`, oneOf('Max', 'Min', 'Disabled')],
  [`${rules}.policies`, notEmptyList],
  [`${rules}.policies[].type`, oneOf('Pods', 'Percent')],
  [`${rules}.policies[].value`, atLeast(1)],
  [`${rules}.policies[].periodSeconds`, between(1, 1800)],
]);

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['minReplicas', atLeast(1)],
  ['maxReplicas', atLeast(1)],
  ['targetCPUUtilizationPercentage', atLeast(1)],
  ['scaleTargetRef.kind', ofForm(textForms.filledPathSegment)],
  ['scaleTargetRef.name', ofForm(textForms.filledPathSegment)],
  ...BEHAVIORS,
];

/**
 * An autoscaler keeps its target between two numbers, both at least 1, by metrics that have one source and one target.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/autoscaling/validation/validation.go
 */
export const apiAutoscalerValid = refusalRule({
  id: 'api-autoscaler-valid',
  summary: 'A HorizontalPodAutoscaler has minReplicas up to maxReplicas, and metrics that can be measured.',
  remedy: 'Give minReplicas of at least 1, maxReplicas that is not less, and one target for each metric.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'HorizontalPodAutoscaler.autoscaling') return [];
    const spec = Field.of(manifest).at('spec');
    return [
      ...problemsBelow(spec, EXPECTATIONS),
      ...orderProblems(spec.at('minReplicas'), spec.at('maxReplicas')),
      ...spec.all('metrics[]').flatMap(metricProblems),
    ];
  },
});

function orderProblems(min: Field, max: Field): readonly FieldProblem[] {
  if (min.integer === undefined || max.integer === undefined || min.integer <= max.integer) return [];
  return [problemAt(max, `is ${max.integer}; minReplicas is ${min.integer}, and the maximum may not be less`)];
}
