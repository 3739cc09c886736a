/**
 * The most differences that are looked for between two sequences. With more of them, what is between their common
 * beginning and end counts as replaced: the search takes the square of this number in memory.
 */
export const MOST_DIFFERENCES = 2000;

/** Indexes of an item that stands in both of two sequences. */
export type CommonItem = readonly [before: number, after: number];

/**
 * Returns the items that two sequences have in common, in their order and as many as there are: what is not among them
 * has been removed or added.
 *
 * @see E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986
 */
export function commonItems<T extends number | string>(
  before: readonly T[],
  after: readonly T[],
): readonly CommonItem[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;

  const middle = commonWithin(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    MOST_DIFFERENCES,
  );
  return [
    ...Array.from({ length: start }, (_, index): CommonItem => [index, index]),
    ...middle.map(([one, other]): CommonItem => [one + start, other + start]),
    ...Array.from({ length: end }, (_, index): CommonItem => [before.length - end + index, after.length - end + index]),
  ];
}

function commonWithin<T>(before: readonly T[], after: readonly T[], bound: number): readonly CommonItem[] {
  if (before.length === 0 || after.length === 0) return [];
  const most = Math.min(before.length + after.length, bound);
  // How far in `before` the best path with so many differences gets on each diagonal; `kept` has them by differences.
  const reach = new Int32Array(2 * most + 3);
  const kept: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    kept.push(reach.slice(most + 1 - differences, most + 2 + differences));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = furthest(diagonal, differences, (other) => reach[most + 1 + other] ?? 0);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach[most + 1 + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkedBack(before.length, after.length, kept);
    }
  }
  return [];
}

/** One more difference: an item added, from the diagonal above, or one removed, from that below. */
function furthest(diagonal: number, differences: number, reach: (diagonal: number) => number): number {
  if (differences === 0) return 0;
  return isAddition(diagonal, differences, reach) ? reach(diagonal + 1) : reach(diagonal - 1) + 1;
}

function isAddition(diagonal: number, differences: number, reach: (diagonal: number) => number): boolean {
  if (diagonal === -differences) return true;
  return diagonal !== differences && reach(diagonal - 1) < reach(diagonal + 1);
}

function walkedBack(beforeLength: number, afterLength: number, kept: readonly Int32Array[]): readonly CommonItem[] {
  const common: CommonItem[] = [];
  let [x, y] = [beforeLength, afterLength];
  for (let differences = kept.length - 1; differences >= 0; differences -= 1) {
    const reach = (diagonal: number) => kept[differences]?.[diagonal + differences] ?? 0;
    const diagonal = x - y;
    const previous = isAddition(diagonal, differences, reach) ? diagonal + 1 : diagonal - 1;
    const startX = furthest(diagonal, differences, reach);
    while (x > startX) {
      x -= 1;
      y -= 1;
      common.push([x, y]);
    }
    if (differences > 0) {
      x = reach(previous);
      y = x - previous;
    }
  }
  return common.toReversed();
}
