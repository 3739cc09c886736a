import {
  absent,
  alternatives,
  atLeast,
  between,
  given,
  givenOfForm,
  notEmpty,
  notEmptyList,
  ofForm,
  ofFormOrEmpty,
  oneOf,
  oneOfOrEmpty,
  quoted,
} from './expectations';
import { Field } from './field';
import type { Expectation } from './field-problems';
import type { Json } from '../manifest';

const form = { matches: (text: string) => text === 'a', expected: 'an a' };
const ask = (expectation: Expectation, value: Json | undefined) => expectation(new Field('a', value));

test.each<[string, Expectation, Json | undefined, string]>([
  ['atLeast', atLeast(0), -1, 'is -1; 0 or more is expected'],
  ['between', between(1, 9), 10, 'is 10; 1 to 9 is expected'],
  ['oneOf', oneOf('A', 'B', 'C'), 'D', 'is "D"; A, B or C is expected'],
  ['oneOf of nothing', oneOf('A'), '', 'is ""; A is expected'],
  ['oneOfOrEmpty', oneOfOrEmpty('A', 'B'), 'D', 'is "D"; A or B is expected'],
  ['ofForm', ofForm(form), '', 'is ""; an a is expected'],
  ['ofFormOrEmpty', ofFormOrEmpty(form), 'b', 'is "b"; an a is expected'],
  ['notEmpty', notEmpty, '', 'is empty; a value is expected'],
  ['given', given, undefined, 'is missing; a value is expected'],
  ['givenOfForm without a value', givenOfForm(form), null, 'is missing; a value is expected'],
  ['givenOfForm of another form', givenOfForm(form), 'b', 'is "b"; an a is expected'],
  ['notEmptyList', notEmptyList, [], 'is empty; at least one item is expected'],
  ['absent', absent('and may not be'), 0, 'is given, and may not be'],
])('%s says what it found and what it expects', (_name, expectation, value, message) => {
  expect(ask(expectation, value)).toBe(message);
});

test.each<[string, Expectation, Json | undefined]>([
  ['atLeast', atLeast(0), 0],
  ['atLeast of a text', atLeast(0), '-1'],
  ['between', between(1, 9), 9],
  ['oneOf', oneOf('A'), 'A'],
  ['oneOf of a number', oneOf('A'), 1],
  ['oneOfOrEmpty', oneOfOrEmpty('A'), ''],
  ['ofForm', ofForm(form), 'a'],
  ['ofForm of nothing', ofForm(form), undefined],
  ['ofFormOrEmpty', ofFormOrEmpty(form), ''],
  ['notEmpty of nothing', notEmpty, undefined],
  ['given', given, 'a'],
  ['givenOfForm', givenOfForm(form), 'a'],
  ['notEmptyList', notEmptyList, [null]],
  ['absent of null', absent('and may not be'), null],
])('%s has nothing to say of what it expects, or of another type', (_name, expectation, value) => {
  expect(ask(expectation, value)).toBeUndefined();
});

test('a long text is cut, with its length', () => {
  expect(quoted('a'.repeat(81))).toBe(`"${'a'.repeat(80)}"… (81 characters)`);
});

test('alternatives are a list with or', () => {
  expect([alternatives([]), alternatives(['a']), alternatives(['a', 'b'])]).toEqual(['', 'a', 'a or b']);
});
