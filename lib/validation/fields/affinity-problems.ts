import { between, notEmptyList, ofForm, oneOf, quoted } from './expectations';
import type { Field } from './field';
import { problemAt, problemsBelow, problemsOf } from './field-problems';
import type { FieldExpectation, FieldProblem } from './field-problems';
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

const NODE_AFFINITY: readonly FieldExpectation[] = [
  [`${REQUIRED}.nodeSelectorTerms`, notEmptyList],
  [`${PREFERRED}[].weight`, WEIGHT],
];

const POD_AFFINITY: readonly FieldExpectation[] = [[`${PREFERRED}[].weight`, WEIGHT]];

const POD_TERM: readonly FieldExpectation[] = [
  ['topologyKey', ofForm(textForms.labelKey)],
  ['namespaces[]', ofForm(textForms.dnsLabel)],
];

const EXPRESSION: readonly FieldExpectation[] = [
  ['key', ofForm(textForms.labelKey)],
  ['operator', oneOf(...VALUES.keys())],
];

const FIELD_REQUIREMENT: readonly FieldExpectation[] = [
  ['operator', oneOf('In', 'NotIn')],
  ['values[]', ofForm(textForms.dnsSubdomain)],
];

/**
 * Returns what is wrong with the affinity of a Pod, but for its label selectors.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateAffinity
 */
export function affinityProblems(affinity: Field): readonly FieldProblem[] {
  if (!affinity.isObject) return [];
  const nodes = affinity.at('nodeAffinity');
  const nodeTerms = [...nodes.all(`${REQUIRED}.nodeSelectorTerms[]`), ...nodes.all(`${PREFERRED}[].preference`)];
  return [
    ...problemsBelow(nodes, NODE_AFFINITY),
    ...nodeTerms.flatMap((term) => [
      ...term.all('matchExpressions[]').flatMap(expressionProblems),
      ...term.all('matchFields[]').flatMap(matchFieldProblems),
    ]),
    ...[affinity.at('podAffinity'), affinity.at('podAntiAffinity')].flatMap((pods) => [
      ...problemsBelow(pods, POD_AFFINITY),
      ...[...pods.all(`${REQUIRED}[]`), ...pods.all(`${PREFERRED}[].podAffinityTerm`)].flatMap((term) =>
        problemsBelow(term, POD_TERM),
      ),
    ]),
  ];
}

function expressionProblems(expression: Field): readonly FieldProblem[] {
  const [operator, values] = [expression.at('operator'), expression.at('values')];
  const [least, most] = VALUES.get(operator.text ?? '') ?? [0, Infinity];
  const { length } = values.items;
  return [
    ...problemsBelow(expression, EXPRESSION),
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
    ...problemsBelow(requirement, FIELD_REQUIREMENT),
    ...(length === 1 ? [] : [problemAt(values, `has ${count(length)}; 1 is expected`)]),
  ];
}

function count(values: number): string {
  return `${values} ${values === 1 ? 'value' : 'values'}`;
}
