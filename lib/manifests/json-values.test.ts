import { assert, json, property } from 'fast-check';
import { isJson, jsonValues } from './json-values';
import { refusalOf } from './testing-reading';

test.each([
  ['{}', true],
  [' \n{"a": 1}', true],
  ['[]', false],
  ['# c\n{}', false],
  ['', false],
])('whether %j is JSON depends on its first character', (text, expected) => {
  expect(isJson(text)).toBe(expected);
});

test('any JSON is read as JSON.parse reads it', () => {
  assert(
    property(json({ maxDepth: 8 }), (text) => {
      expect([...jsonValues(text)]).toEqual([
        JSON.parse(text, (_, value: unknown) => (Object.is(value, -0) ? 0 : value)),
      ]);
    }),
  );
});

test('values that follow one another are read one by one', () => {
  expect([...jsonValues('{"a": 1}\n{"b": "\\"\\\\"} null')]).toEqual([{ a: 1 }, { b: '"\\' }, null]);
});

test.each([
  ['{"a": 1,\n "a": 2}', 'line 2: has the key "a" twice in one object, the first in line 1'],
  ['{"a": 1', 'line 1: is not JSON: expected a comma or }'],
  ['{"a" 1}', 'line 1: is not JSON: expected a colon'],
  ['{a: 1}', 'line 1: is not JSON: expected a name in quotes or }'],
  ['{"a": [1\n2]}', 'line 2: is not JSON: expected a comma or ]'],
  ['{"a": hunter2}', 'line 1: is not JSON: expected a value'],
  ['{"a": 1e999}', 'line 1: is not JSON: expected a value'],
  ['{"a": "hunter2', 'line 1: is not JSON: expected the end of a text in quotes'],
  ['{"a": "hunter2\t"}', 'line 1: is not JSON: expected a text without control characters and unknown escapes'],
  ['{"a": "hunter2\\q"}', 'line 1: is not JSON: expected a text without control characters and unknown escapes'],
  [`{"a": ${'['.repeat(100_000)}`, 'line 1: is nested deeper than 200 levels'],
])('%j is refused, without a word of its content', (text, expected) => {
  expect(refusalOf(() => [...jsonValues(text)])).toBe(expected);
});

test('a key named __proto__ is a field like any other', () => {
  const [value] = jsonValues('{"__proto__": {"replicas": 5}}');

  expect(Object.keys(value ?? {})).toEqual(['__proto__']);
});
