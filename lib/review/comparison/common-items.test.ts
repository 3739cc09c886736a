import * as fc from 'fast-check';
import { commonItems, MOST_DIFFERENCES } from './common-items';

/** The textbook's table, which takes the product of both lengths. */
function longestCommon(before: readonly number[], after: readonly number[]): number {
  let row = after.map(() => 0);
  for (const item of before) {
    const former = row;
    row = [];
    after.forEach((other, index) => {
      const diagonal = item === other ? (former[index - 1] ?? 0) + 1 : 0;
      row.push(Math.max(diagonal, former[index] ?? 0, row[index - 1] ?? 0));
    });
  }
  return row.at(-1) ?? 0;
}

test('what stands in both is found in its order', () => {
  expect(commonItems([1, 2, 3, 4], [0, 1, 3, 4, 5])).toEqual([
    [0, 1],
    [2, 2],
    [3, 3],
  ]);
});

test('the items found are the same in both, in order, and as many as there can be', () => {
  const sequence = fc.array(fc.nat(4), { maxLength: 30 });
  fc.assert(
    fc.property(sequence, sequence, (before, after) => {
      const common = commonItems(before, after);

      expect(common.map(([one]) => before[one])).toEqual(common.map(([, other]) => after[other]));
      for (const side of [0, 1] as const) {
        const indexes = common.map((item) => item[side]);
        expect(indexes).toEqual([...new Set(indexes)].sort((one, other) => one - other));
      }
      expect(common).toHaveLength(longestCommon(before, after));
    }),
    { numRuns: 500 },
  );
});

test('with more differences than are looked for, only the common beginning and end are kept', () => {
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
  const middle = numbers(10_000, MOST_DIFFERENCES).flatMap((number) => [number, -1]);
  const laterMiddle = numbers(50_000, MOST_DIFFERENCES).flatMap((number) => [number, -1]);

  expect(commonItems([1, 2, ...middle, 3], [1, 2, ...laterMiddle, 3])).toEqual([
    [0, 0],
    [1, 1],
    // The last of the middle is the same too.
    [2 + middle.length - 1, 2 + middle.length - 1],
    [2 + middle.length, 2 + middle.length],
  ]);
});
