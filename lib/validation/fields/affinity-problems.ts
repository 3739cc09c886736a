import { between, notEmptyList, ofForm, oneOf, quoted } from './expectations';
import type { Field } from './field';
import { problemAt, problemsBelow, problemsOf } from './field-problems';
import type { FieldProblem } from './field-problems';
import { textForms } from './text-forms';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** How many values an operator on the labels of a VM takes: at least, and at most. */
const VALUES: ReadonlyMap<string, readonly [least: number, most: number]> = new Map<string, readonly [number, number]>([
  ['In', [1, Infinity]],
  ['NotIn', [1, Infinity]],
  ['Exists', [0, 0]],
  ['DoesNotExist', [0, 0]],
  ['Gt', [1, 1]],
  ['Lt', [1, 1]],
]);

const WEIGHT = between(1, 100);

/**
 * Returns what is wrong with the affinity of a Pod, but for its label selectors.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateAffinity
 */
export function affinityProblems(affinity: Field): readonly FieldProblem[] {
  const nodes = affinity.at('nodeAffinity');
  const nodeTerms = [...nodes.all(`${REQUIRED}.nodeSelectorTerms[]`), ...nodes.all(`${PREFERRED}[].preference`)];
  return [
    ...problemsBelow(nodes, [
      [`${REQUIRED}.nodeSelectorTerms`, notEmptyList],
      [`${PREFERRED}[].weight`, WEIGHT],
    ]),
    ...nodeTerms.flatMap((term) => [
      ...term.all('matchExpressions[]').flatMap(expressionProblems),
      ...term.all('matchFields[]').flatMap(matchFieldProblems),
    ]),
    ...[affinity.at('podAffinity'), affinity.at('podAntiAffinity')].flatMap((pods) => [
      ...problemsBelow(pods, [[`${PREFERRED}[].weight`, WEIGHT]]),
      ...[...pods.all(`${REQUIRED}[]`), ...pods.all(`${PREFERRED}[].podAffinityTerm`)].flatMap((term) =>
        problemsBelow(term, [
          ['topologyKey', ofForm(textForms.labelKey)],
          ['namespaces[]', ofForm(textForms.dnsLabel)],
        ]),
      ),
    ]),
  ];
}

function expressionProblems(expression: Field): readonly FieldProblem[] {
  const [operator, values] = [expression.at('operator'), expression.at('values')];
  const [least, most] = VALUES.get(operator.text ?? '') ?? [0, Infinity];
  const { length } = values.items;
  return [
    ...problemsBelow(expression, [
      ['key', ofForm(textForms.labelKey)],
      ['operator', oneOf(...VALUES.keys())],
    ]),
    ...(length < least || length > most
      ? [
          problemAt(
            values,
            `has ${count(length)}; ${operator.text} takes ${least === most ? least : `at least ${least}`}`,
          ),
        ]
      : []),
  ];
}

function matchFieldProblems(requirement: Field): readonly FieldProblem[] {
  const [key, values] = [requirement.at('key'), requirement.at('values')];
  const { length } = values.items;
  return [
    ...problemsOf(key, ({ text }) =>
      text === undefined || text === 'metadata.name' ? undefined : `is ${quoted(text)}; metadata.name is expected`,
    ),
    ...problemsBelow(requirement, [
      ['operator', oneOf('In', 'NotIn')],
      ['values[]', ofForm(textForms.dnsSubdomain)],
    ]),
    ...(length === 1 ? [] : [problemAt(values, `has ${count(length)}; 1 is expected`)]),
  ];
}

function count(values: number): string {
  return `${values} ${values === 1 ? 'value' : 'values'}`;
}
