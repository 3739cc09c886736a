import { Field } from '../fields/field';
import {
  isEmptySelector,
  labelProblems,
  labelSelectorProblems,
  meetsRequirements,
  unmetRequirements,
} from './label-selector';
import type { Json, JsonObject } from '../manifest';

const LABELS: JsonObject = { app: 'web', tier: null, odd: 7 };
const selector = (value: Json) => new Field('selector', value);
const expression = (key: string, operator: string, values?: Json) =>
  selector({ matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }] });

const unmet = (asked: Field) => unmetRequirements(asked, new Field('labels', LABELS)).map(({ asks }) => asks);

test.each<[string, Field]>([
  ['an equal label', selector({ matchLabels: { app: 'web' } })],
  ['a null, which is an empty text', selector({ matchLabels: { tier: '' } })],
  ['a label that is no text', selector({ matchLabels: { odd: 'x' } })],
  ['In', expression('app', 'In', ['web', 'api'])],
  ['NotIn of another value', expression('app', 'NotIn', ['api'])],
  ['NotIn of a label that is not there', expression('x', 'NotIn', ['api'])],
  ['Exists', expression('tier', 'Exists')],
  ['DoesNotExist', expression('x', 'DoesNotExist')],
  ['an operator that there is not', expression('app', 'Near', ['x'])],
  ['nothing', selector({})],
  ['no object', selector('app=web')],
])('%s is met', (_case, asked) => {
  expect(unmet(asked)).toEqual([]);
  expect(meetsRequirements(asked, new Field('labels', LABELS))).toBe(true);
});

test.each<[string, Field, string]>([
  ['another value', selector({ matchLabels: { app: 'api' } }), 'app "api"'],
  ['a label that is not there', selector({ matchLabels: { x: '' } }), 'x ""'],
  ['In', expression('app', 'In', ['api', 'job']), 'app In (api, job)'],
  ['In of a label that is not there', expression('x', 'In', ['a']), 'x In (a)'],
  ['NotIn', expression('app', 'NotIn', ['web']), 'app NotIn (web)'],
  ['Exists', expression('x', 'Exists'), 'x Exists'],
  ['DoesNotExist', expression('app', 'DoesNotExist'), 'app DoesNotExist'],
])('%s is not met', (_case, asked, asks) => {
  expect(unmet(asked)).toEqual([asks]);
  expect(meetsRequirements(asked, new Field('labels', LABELS))).toBe(false);
});

test('a selector without requirements is empty', () => {
  expect([{}, { matchLabels: {} }, { matchExpressions: [] }].map((value) => isEmptySelector(selector(value)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(isEmptySelector(selector({ matchLabels: { a: 'b' } }))).toBe(false);
});

test.each<[Field, readonly string[]]>([
  [selector({ matchLabels: { app: 'web' } }), []],
  [expression('app', 'In', ['a']), []],
  [expression('app', 'Exists', []), []],
  [expression('app', 'In', 'a'), []],
  [
    expression('app', 'Near', ['a']),
    ['selector.matchExpressions[0].operator: is "Near"; In, NotIn, Exists or DoesNotExist is expected'],
  ],
  [expression('app', 'In'), ['selector.matchExpressions[0].values: is missing; In or NotIn takes at least one value']],
  [expression('app', 'In', []), ['selector.matchExpressions[0].values: is empty; at least one item is expected']],
  [expression('app', 'Exists', ['a']), ['selector.matchExpressions[0].values: is given; Exists takes no values']],
])('the form of a selector is judged: %j', (asked, problems) => {
  expect(labelSelectorProblems(asked).map(({ field, message }) => `${field}: ${message}`)).toEqual(problems);
});

test('keys and values of labels are judged', () => {
  const form = 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends,';

  expect(labelProblems(new Field('labels', { 'a b': 'c', d: '-e', f: 7 }))).toEqual([
    {
      field: 'labels[a b]',
      message: `has the key "a b"; ${form} after at most one DNS name and "/", is expected`,
    },
    { field: 'labels[d]', message: `is "-e"; ${form} is expected` },
  ]);
});
