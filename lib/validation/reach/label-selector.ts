import { alternatives, notEmptyList, oneOf, ofForm, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { textForms } from '../fields/text-forms';
import { asList, asObject, isJsonObject, tryOwnValue } from '../manifest';

/** A requirement of a label selector that some labels do not meet. */
export interface UnmetRequirement {
  readonly field: Field;
  /** What it asks, as in `app in (web, api)`. */
  readonly asks: string;
}

/** The operators of a label selector, by whether they take values. */
const OPERATORS: ReadonlyMap<string, boolean> = new Map([
  ['In', true],
  ['NotIn', true],
  ['Exists', false],
  ['DoesNotExist', false],
]);

const LABEL_VALUE = ofForm(textForms.labelValue);

/**
 * Returns the requirements of a label selector that labels do not meet.
 *
 * What is malformed, in the selector or among the labels, counts as met: another finding is about it.
 *
 * @param labels a map of labels; null as a value is an empty text, as the API server reads it
 */
export function unmetRequirements(selector: Field, labels: Field): readonly UnmetRequirement[] {
  const byLabel = selector.at('matchLabels').entries.flatMap(([key, field]) => {
    const [wanted, found] = [field.value === null ? '' : field.text, labelText(labels, key)];
    if (wanted === undefined || found === undefined || wanted === found) return [];
    return [{ field, asks: `${key} ${quoted(wanted)}` }];
  });
  const byExpression = selector.at('matchExpressions').items.flatMap((field) => {
    const [key, operator] = [field.at('key').text, field.at('operator').text];
    if (key === undefined || operator === undefined) return [];
    const values = field.at('values').items.flatMap(({ text }) => text ?? []);
    if (meets(labelText(labels, key), operator, values)) return [];
    return [{ field, asks: `${key} ${operator}${values.length === 0 ? '' : ` (${values.join(', ')})`}` }];
  });
  return [...byLabel, ...byExpression];
}

/** Tells whether labels meet all requirements of a label selector: none is unmet, in the words of the above. */
export function meetsRequirements(selector: Field, labels: Field): boolean {
  const { matchLabels, matchExpressions } = asObject(selector.value);
  const wanted = asObject(matchLabels);
  for (const key of Object.keys(wanted)) {
    const [asked, found] = [wanted[key] === null ? '' : wanted[key], labelText(labels, key)];
    if (typeof asked === 'string' && found !== undefined && asked !== found) return false;
  }
  return asList(matchExpressions).length === 0 || unmetRequirements(selector, labels).length === 0;
}

/** Tells whether a selector has no requirement, with which it selects everything or is refused. */
export function isEmptySelector(selector: Field): boolean {
  const { matchLabels, matchExpressions } = asObject(selector.value);
  return Object.keys(asObject(matchLabels)).length + asList(matchExpressions).length === 0;
}

const SELECTOR: readonly FieldExpectation[] = [
  ['matchLabels', labelProblems],
  ['matchExpressions[].key', ofForm(textForms.labelKey)],
  ['matchExpressions[].operator', oneOf(...OPERATORS.keys())],
  ['matchExpressions[].values[]', LABEL_VALUE],
  ['matchExpressions[]', valuesProblems],
];

/** Returns what is wrong with the form of a label selector. */
export function labelSelectorProblems(selector: Field): readonly FieldProblem[] {
  return problemsBelow(selector, SELECTOR);
}

/** Returns what is wrong with the keys and values of labels. */
export function labelProblems(labels: Field): readonly FieldProblem[] {
  const { value } = labels;
  if (!isJsonObject(value)) return [];
  const problems: FieldProblem[] = [];
  for (const key of Object.keys(value)) {
    const text = value[key];
    if (!textForms.labelKey.matches(key)) {
      const message = `has the key ${quoted(key)}; ${textForms.labelKey.expected} is expected`;
      problems.push(problemAt(labels.entry(key), message));
    }
    if (typeof text === 'string' && !textForms.labelValue.matches(text)) {
      problems.push(...problemsOf(labels.entry(key), LABEL_VALUE));
    }
  }
  return problems;
}

function valuesProblems(requirement: Field): readonly FieldProblem[] {
  const operator = requirement.at('operator').text ?? '';
  const takesValues = OPERATORS.get(operator);
  const values = requirement.at('values');
  if (takesValues === undefined || (values.exists && !Array.isArray(values.value))) return [];
  if (!takesValues) {
    return values.items.length === 0 ? [] : [problemAt(values, `is given; ${operator} takes no values`)];
  }
  const withValues = alternatives([...OPERATORS].filter(([, takes]) => takes).map(([name]) => name));
  if (!values.exists) return [problemAt(values, `is missing; ${withValues} takes at least one value`)];
  return problemsOf(values, notEmptyList);
}

/** Returns null for a label that is not there, and undefined for one that is no text. */
function labelText(labels: Field, key: string): string | null | undefined {
  const value = tryOwnValue(asObject(labels.value), key);
  if (value === undefined) return null;
  if (value === null) return '';
  return typeof value === 'string' ? value : undefined;
}

function meets(label: string | null | undefined, operator: string, values: readonly string[]): boolean {
  if (label === undefined) return true;
  switch (operator) {
    case 'In':
      return label !== null && values.includes(label);
    case 'NotIn':
      return label === null || !values.includes(label);
    case 'Exists':
      return label !== null;
    case 'DoesNotExist':
      return label === null;
    default:
      return true;
  }
}
