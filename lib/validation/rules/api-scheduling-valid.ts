import { affinityProblems } from '../fields/affinity-problems';
import { atLeast, notEmpty, ofForm, ofFormOrEmpty, oneOf, oneOfOrEmpty, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import { textForms } from '../fields/text-forms';

const CONSTRAINT: readonly FieldExpectation[] = [
  ['maxSkew', atLeast(1)],
  ['minDomains', atLeast(1)],
  ['topologyKey', notEmpty],
  ['whenUnsatisfiable', oneOf('DoNotSchedule', 'ScheduleAnyway')],
  ['nodeAffinityPolicy', oneOf('Honor', 'Ignore')],
  ['nodeTaintsPolicy', oneOf('Honor', 'Ignore')],
  ['matchLabelKeys[]', ofForm(textForms.labelKey)],
];

const TOLERATION: readonly FieldExpectation[] = [
  ['key', ofFormOrEmpty(textForms.labelKey)],
  ['operator', oneOfOrEmpty('Equal', 'Exists')],
  ['effect', oneOfOrEmpty('NoSchedule', 'PreferNoSchedule', 'NoExecute')],
];

const TOLERATED_VALUE: readonly FieldExpectation[] = [['value', ofForm(textForms.labelValue)]];

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['tolerations[]', tolerationProblems],
  ['topologySpreadConstraints[]', constraintProblems],
  ['topologySpreadConstraints', repeatedConstraints],
  ['affinity', affinityProblems],
];

/**
 * Where Pods go is asked in terms that the scheduler has: tolerations, spreading, and affinity.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateTolerations, validateTopologySpreadConstraints
 */
export const apiSchedulingValid = podRefusalRule({
  id: 'api-scheduling-valid',
  summary: 'Tolerations, topology spread and affinity are of the form that the scheduler takes.',
  remedy: 'Correct the term, or leave it out: Pods go anywhere without one.',
  problemsIn: ({ spec }) => problemsBelow(spec, EXPECTATIONS),
});

function tolerationProblems(toleration: Field): readonly FieldProblem[] {
  if (!toleration.isObject) return [];
  const [key, operator, value] = [toleration.at('key'), toleration.at('operator'), toleration.at('value')];
  const seconds = toleration.at('tolerationSeconds');
  const exists = operator.text === 'Exists';
  const equals = (operator.value ?? '') === '' || operator.text === 'Equal';
  return [
    ...problemsBelow(toleration, TOLERATION),
    ...((key.value ?? '') === '' && !exists
      ? [problemAt(operator, 'is not Exists; without a key, which means all taints, Exists is expected')]
      : []),
    ...(seconds.exists && toleration.at('effect').value !== 'NoExecute'
      ? [problemAt(seconds, 'is given; it is expected with the effect NoExecute only')]
      : []),
    ...(exists && (value.text ?? '') !== ''
      ? [problemAt(value, `is ${quoted(value.text ?? '')}; Exists takes no value`)]
      : []),
    ...(equals ? problemsBelow(toleration, TOLERATED_VALUE) : []),
  ];
}

function constraintProblems(constraint: Field): readonly FieldProblem[] {
  const [keys, selector] = [constraint.at('matchLabelKeys'), constraint.at('labelSelector')];
  const asked = new Set([
    ...selector.at('matchLabels').entries.map(([key]) => key),
    ...selector.all('matchExpressions[].key').map(({ text }) => text),
  ]);
  return [
    ...problemsBelow(constraint, CONSTRAINT),
    ...(constraint.at('minDomains').exists && constraint.at('whenUnsatisfiable').text === 'ScheduleAnyway'
      ? [problemAt(constraint.at('minDomains'), 'is given; it is expected with whenUnsatisfiable DoNotSchedule only')]
      : []),
    ...(keys.items.length > 0 && !selector.exists
      ? [problemAt(keys, 'is given without labelSelector, which it narrows')]
      : []),
    ...keys.items
      .filter(({ text }) => text !== undefined && asked.has(text))
      .map((key) => problemAt(key, `is ${quoted(key.text ?? '')}, which labelSelector asks for already`)),
  ];
}

function repeatedConstraints(constraints: Field): readonly FieldProblem[] {
  const seen = new Set<string>();
  return constraints.items.flatMap((constraint) => {
    const [key, action] = [constraint.at('topologyKey').text, constraint.at('whenUnsatisfiable').text];
    if (key === undefined || action === undefined) return [];
    const kind = JSON.stringify([key, action]);
    if (seen.has(kind)) {
      return [
        problemAt(
          constraint,
          `has topologyKey ${quoted(key)} and whenUnsatisfiable ${quoted(action)}, as another constraint has`,
        ),
      ];
    }
    seen.add(kind);
    return [];
  });
}
