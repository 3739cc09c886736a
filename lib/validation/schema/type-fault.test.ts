import type { Json } from '../manifest';
import { kindOfValue, tryExpectedInstead } from './type-fault';

test.each<[string, readonly Json[], readonly Json[], string]>([
  ['string', ['', '5'], [5, true, {}, []], 'a text'],
  ['boolean', [true, false], ['true', 0], 'true or false'],
  ['int32', [0, -1, 2147483647], [2147483648, 1.5, '1', true], 'a whole number of 32 bits'],
  ['int64', [2147483648, -1], [1e20, 0.5, '1'], 'a whole number'],
  ['double', [1.5, 1], ['1.5'], 'a number'],
  ['bytes', ['', 'aGk=', 'aGk=\n', 'aGVsbG8h'], ['aGk', 'a b=', 'a=Gk', 5, []], 'a text in base64'],
  [
    'time',
    ['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.5+08:00'],
    ['2024-01-31', 5],
    'a time such as 2024-01-31T12:00:00Z',
  ],
  ['int-or-string', [80, 'http', '25%'], [1.5, true, {}], 'a whole number of 32 bits or a text'],
  ['EnvVar[]', [[], [5]], [{}, 'x', 5], 'a list'],
  ['string{}', [{}, { a: 5 }], [[], 'x'], 'an object with fields'],
  ['PodSpec', [{}], [[], 'x', 0], 'an object with fields'],
])('a %s is %j, and not %j', (type, right, wrong, expected) => {
  expect([...right, null].map((value) => tryExpectedInstead(type, value))).toEqual(
    [...right, null].map(() => undefined),
  );
  expect(wrong.map((value) => tryExpectedInstead(type, value))).toEqual(wrong.map(() => expected));
});

test.each(['any', 'quantity'])('%s may be anything here', (type) => {
  expect([5, 'x', true, [], {}, null].map((value) => tryExpectedInstead(type, value))).toEqual(
    Array(6).fill(undefined),
  );
});

test('a value is described without being shown', () => {
  const values: Json[] = [null, [], {}, 'secret', 5, true];

  expect(values.map(kindOfValue)).toEqual(['null', 'a list', 'an object', 'a text', 'a number', 'true or false']);
});
