import { alternatives, ofForm, oneOf, oneOfOrEmpty, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { textForms } from '../fields/text-forms';

/** @see kubernetes/kubernetes v1.27 pkg/apis/batch/validation/validation.go */
const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
const MOST_CONDITIONS = 20;

const RULE: readonly FieldExpectation[] = [
  ['action', oneOf('Count', 'FailJob', 'Ignore')],
  ['onExitCodes.operator', oneOf('In', 'NotIn')],
  ['onPodConditions[].type', ofForm(textForms.labelKey)],
  ['onPodConditions[].status', oneOfOrEmpty('True', 'False', 'Unknown')],
];

/** Returns what is wrong with the rules by which a Job judges Pods that failed. */
export function failurePolicyProblems(jobSpec: Field): readonly FieldProblem[] {
  const rules = jobSpec.at('podFailurePolicy.rules');
  const podSpec = jobSpec.at('template.spec');
  const names = [...podSpec.all('containers[].name'), ...podSpec.all('initContainers[].name')].flatMap(
    ({ text }) => text ?? [],
  );
  return [
    ...(rules.items.length > MOST_RULES
      ? [problemAt(rules, `has ${rules.items.length} items; at most ${MOST_RULES} are expected`)]
      : []),
    ...rules.items.flatMap((rule) => ruleProblems(rule, names)),
  ];
}

function ruleProblems(rule: Field, containers: readonly string[]): readonly FieldProblem[] {
  if (!rule.isObject) return [];
  const [codes, conditions] = [rule.at('onExitCodes').isObject, rule.at('onPodConditions').items.length];
  const name = rule.at('onExitCodes.containerName');
  return [
    ...problemsBelow(rule, RULE),
    ...(codes === conditions > 0
      ? [
          problemAt(
            rule,
            `has ${codes ? 'both' : 'neither'} onExitCodes ${codes ? 'and' : 'nor'} onPodConditions; one of these is expected`,
          ),
        ]
      : []),
    ...(conditions > MOST_CONDITIONS
      ? [problemAt(rule.at('onPodConditions'), `has ${conditions} items; at most ${MOST_CONDITIONS} are expected`)]
      : []),
    ...(name.text !== undefined && !containers.includes(name.text)
      ? [problemAt(name, `is ${quoted(name.text)}; ${alternatives(containers)} is expected`)]
      : []),
    ...rule
      .all('onExitCodes')
      .filter(({ isObject }) => isObject)
      .flatMap(exitCodeProblems),
  ];
}

function exitCodeProblems(exitCodes: Field): readonly FieldProblem[] {
  const values = exitCodes.at('values');
  const numbers = values.items.flatMap(({ integer }) => integer ?? []);
  if (numbers.length !== values.items.length || !Array.isArray(values.value)) return [];
  const ordered = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  return [
    ...(numbers.length === 0 || numbers.length > MOST_EXIT_CODES
      ? [problemAt(values, `has ${numbers.length} items; 1 to ${MOST_EXIT_CODES} are expected`)]
      : []),
    ...(ordered ? [] : [problemAt(values, 'is not in order; each number is expected once, the smallest first')]),
    ...(exitCodes.at('operator').text === 'In' && numbers.includes(0)
      ? [problemAt(values, 'has 0, which is no failure')]
      : []),
  ];
}
