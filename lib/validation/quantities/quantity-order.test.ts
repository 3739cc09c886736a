import { compareQuantities, isFractionalQuantity, isNegativeQuantity, writtenQuantity } from './quantity-order';
import type { Json } from '../manifest';

test.each<[Json | undefined, Json | undefined, number | undefined]>([
  ['1', '1000m', 0],
  ['1Gi', '1025Mi', -1],
  ['1.5', 1, 1],
  ['16Ti', '15Ti', 1],
  ['1m', '2m', -1],
  [null, '1', -1],
  ['-1', 0, -1],
  ['much', '1', undefined],
  ['1', undefined, undefined],
])('%j against %j is %j', (one, other, order) => {
  expect(compareQuantities(one, other)).toBe(order);
});

test('negative and fractional amounts are told', () => {
  expect(['-1', '-0.1m', -5].every(isNegativeQuantity)).toBe(true);
  expect(['0', '1', 'odd', null, undefined].some(isNegativeQuantity)).toBe(false);
  expect(['1.5', '1m', 0.5].every(isFractionalQuantity)).toBe(true);
  expect(['1', '1k', '1e3', '99Pi', 'odd', undefined].some(isFractionalQuantity)).toBe(false);
});

test('a quantity is shown as it is written, and null as 0', () => {
  expect([writtenQuantity('1Gi'), writtenQuantity(2), writtenQuantity(null)]).toEqual(['1Gi', '2', '0']);
});
