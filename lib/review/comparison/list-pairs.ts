import { commonItems } from './common-items';
import { tryItemName } from './list-meaning';
import { maskedText } from './masked-text';
import { keepsOrder } from './meanings';
import type { Meanings } from './meanings';
import { itemsOf } from './typed-value';
import type { TypedValue } from './typed-value';

const SHORT_WORD = /^[\w./-]{1,15}$/;

/** An item of one list and the one that takes its place in the other. */
export interface ItemPair {
  /** What it is called in its list: its key, or its index where nothing tells it apart. */
  readonly name: string;
  readonly before?: TypedValue;
  readonly after?: TypedValue;
}

/** What is to be compared in two lists. */
export interface ListPairs {
  /** Those of which nothing else differs than their place are left out where items have no names. */
  readonly pairs: readonly ItemPair[];
  /** Whether items that stand in both have changed places, and this counts. */
  readonly isReordered: boolean;
}

/**
 * Returns the items of two lists in pairs: by key, or by what they are where they have none.
 *
 * Items without keys are paired by index once those that are the same are set aside, so that one that is inserted does
 * not make all others look changed. In a list whose order means nothing they are paired in their order.
 */
export function listPairs(before: TypedValue, after: TypedValue, meanings: Meanings): ListPairs {
  const [items, laterItems] = [itemsOf(before), itemsOf(after)];
  const [names, laterNames] = [tryNames(items), tryNames(laterItems)];
  if (names !== undefined && laterNames !== undefined) {
    return { pairs: namedPairs(names, laterNames), isReordered: keepsOrder(after) && isReordered(names, laterNames) };
  }
  const sides: Sides = [items, laterItems];
  const contents = [items.map((item) => meanings.of(item)), laterItems.map((item) => meanings.of(item))] as const;
  if (!keepsOrder(after)) return { pairs: unorderedPairs(sides, rest(...contents)), isReordered: false };
  // The same items in another order are one change and not many.
  if (isPermutation(...contents)) return { pairs: [], isReordered: !isSame(...contents) };
  return { pairs: pairsByIndex(sides, orderedRest(...contents)), isReordered: false };
}

/** Returns the names of the items of a list in their order, or undefined where two have one or one has none. */
export function tryNames(items: readonly TypedValue[]): ReadonlyMap<string, TypedValue> | undefined {
  const names = new Map<string, TypedValue>();
  for (const item of items) {
    const name = tryItemName(item.owner, item.type, item.value);
    if (name === undefined) return undefined;
    // A short word is no secret that could be told by its look, and most names are one.
    names.set(SHORT_WORD.test(name) ? name : maskedText(name), item);
  }
  return names.size === items.length ? names : undefined;
}

type Names = ReadonlyMap<string, TypedValue>;
type Sides = readonly [before: readonly TypedValue[], after: readonly TypedValue[]];
/** The meanings of the items of a list. */
type Contents = readonly string[];
/** Indexes of the items on both sides that are not the same. */
type Rest = readonly [before: readonly number[], after: readonly number[]];

function namedPairs(names: Names, laterNames: Names): readonly ItemPair[] {
  const removed = [...names].filter(([name]) => !laterNames.has(name)).map(([name, before]) => ({ name, before }));
  return [...removed, ...[...laterNames].map(([name, after]) => ({ name, before: names.get(name), after }))];
}

function isReordered(names: Names, laterNames: Names): boolean {
  const kept = [...names.keys()].filter((name) => laterNames.has(name));
  const later = [...laterNames.keys()].filter((name) => names.has(name));
  return kept.some((name, index) => name !== later[index]);
}

function isPermutation(before: Contents, after: Contents): boolean {
  return before.length === after.length && rest(before, after)[0].length === 0;
}

function isSame(before: Contents, after: Contents): boolean {
  return before.every((content, index) => content === after[index]);
}

function orderedRest(before: Contents, after: Contents): Rest {
  // Of several longest sequences the search takes one; it has to be the same one in both directions.
  const isTurned = before.join() > after.join();
  const common = isTurned ? commonItems(after, before) : commonItems(before, after);
  const [kept, laterKept] = [new Set<number>(), new Set<number>()];
  for (const [one, other] of common) {
    kept.add(isTurned ? other : one);
    laterKept.add(isTurned ? one : other);
  }
  const indexes = (contents: Contents, others: ReadonlySet<number>) =>
    [...contents.keys()].filter((index) => !others.has(index));
  return [indexes(before, kept), indexes(after, laterKept)];
}

/** Items that are the same wherever they stand are set aside, as often as they stand in both. */
function rest(before: Contents, after: Contents): Rest {
  return [without(before, after), without(after, before)];
}

function without(contents: Contents, others: Contents): readonly number[] {
  const counts = new Map<string, number>();
  for (const content of others) counts.set(content, (counts.get(content) ?? 0) + 1);
  return [...contents.entries()].flatMap(([index, content]) => {
    const count = counts.get(content) ?? 0;
    counts.set(content, count - 1);
    return count > 0 ? [] : [index];
  });
}

function unorderedPairs(sides: Sides, [before, after]: Rest): readonly ItemPair[] {
  if (before.length !== after.length) return pairsByIndex(sides, [before, after]);
  return before.map((index, position) => {
    const later = after[position] ?? index;
    // The lower of the two: no other pair has it, and it is the same in both directions.
    return { name: String(Math.min(index, later)), before: sides[0][index], after: sides[1][later] };
  });
}

function pairsByIndex([items, laterItems]: Sides, rest: Rest): readonly ItemPair[] {
  const [before, after] = [new Set(rest[0]), new Set(rest[1])];
  return [...new Set([...before, ...after])].map((index) => ({
    name: String(index),
    before: before.has(index) ? items[index] : undefined,
    after: after.has(index) ? laterItems[index] : undefined,
  }));
}
