import { Field } from '../fields/field';
import type { Json } from '../manifest';
import { amountOrPercentage, isZero, percentageUpTo100 } from './pod-share';

const FORM = 'a whole number without quotes or a percentage such as 25% is expected';

test.each<[Json, string | undefined, string | undefined]>([
  [0, undefined, undefined],
  [500, undefined, undefined],
  ['100%', undefined, undefined],
  ['101%', undefined, 'is 101%; at most 100% is expected'],
  [-1, 'is -1; 0 or more is expected', 'is -1; 0 or more is expected'],
  ['5', `is "5"; ${FORM}`, `is "5"; ${FORM}`],
  ['-5%', `is "-5%"; ${FORM}`, `is "-5%"; ${FORM}`],
])('a share of Pods, %j', (value, message, boundedMessage) => {
  expect(amountOrPercentage(new Field('a', value))).toBe(message);
  expect(percentageUpTo100(new Field('a', value))).toBe(boundedMessage);
});

test('0 and 0% are no Pods', () => {
  expect([0, '0%', '00%', 1, '1%', '0', null].map((value) => isZero(new Field('a', value)))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
