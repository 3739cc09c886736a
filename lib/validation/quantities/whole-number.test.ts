import { wholeNumber } from './whole-number';

test.each([0, 1, 2_147_483_647])('%d is a count', (value) => {
  expect(wholeNumber(value, 7)).toBe(value);
});

test.each([undefined, null, '3', -1, 1.5, 2_147_483_648, Number.NaN, [], {}])('%j is no count', (value) => {
  expect(wholeNumber(value, 7)).toBe(7);
});
