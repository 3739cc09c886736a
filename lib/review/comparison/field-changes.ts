import type { Json, Manifest } from '../../validation/manifest';
import type { FieldChange, ObjectPair } from '../diff/object-change';
import { HIDDEN } from './hidden';
import { isPart } from './field-meaning';
import { isMultiline, lineChanges } from './line-changes';
import { listPairs, tryNames } from './list-pairs';
import { maskedObject } from './masked-values';
import { isSameScalar, Meanings } from './meanings';
import { entriesOf, itemsOf, shapeOf, typedObject, typeOfObjects, valueInCopy } from './typed-value';
import type { TypedValue } from './typed-value';

/** Two values at one place, at least one of which is there. */
interface Comparison {
  readonly path: string;
  readonly before?: TypedValue;
  readonly after?: TypedValue;
  /** Whether only the order of a list differs, or is what this is about. */
  readonly isOrder?: boolean;
}

const NONE: ReadonlyMap<string, TypedValue> = new Map();
const PLAIN_NAME = /^[\w-]+$/;

/**
 * Returns the fields that differ in meaning, sorted by path; none for an object that is new or removed.
 *
 * What the API server writes for itself is left out: `status`, the bookkeeping in `metadata`. Quantities are compared
 * by amount, lists by the keys of their items. That a list is in another order is one change, `….env (order)`, and only
 * where that counts for the API server; its values are the keys. What is new or removed as a whole is one change with
 * the whole as its value. No value shows a secret.
 */
export function fieldChanges({ before, after }: ObjectPair): readonly FieldChange[] {
  if (before === undefined || after === undefined) return [];
  const differences = differencesOf(before, after);
  if (differences.length === 0) return [];
  const [maskedBefore, maskedAfter] = [maskedObject(before).json, maskedObject(after).json];
  return differences
    .map((difference) => fieldChange(difference, maskedBefore, maskedAfter))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function differencesOf(before: Manifest, after: Manifest): readonly Comparison[] {
  const type = typeOfObjects([after, before]);
  const meanings = new Meanings();
  const open: Comparison[] = [{ path: '', before: typedObject(before, type), after: typedObject(after, type) }];
  const differences: Comparison[] = [];
  // A list hands out what is added to it while it is read; a recursion would end on an object that is nested deeply.
  for (const comparison of open) {
    const found = compared(comparison, meanings);
    if (found === 'same') continue;
    if (found === 'different') differences.push(comparison);
    else for (const inside of found) (inside.isOrder === true ? differences : open).push(inside);
  }
  return differences;
}

function compared(comparison: Comparison, meanings: Meanings): readonly Comparison[] | 'same' | 'different' {
  const { path, before, after } = comparison;
  if (isNothing(before) || isNothing(after)) {
    if (isNothing(before) && isNothing(after)) return 'same';
    // A map that is new and one that gets its first key are the same to the API server.
    return [before, after].every(isPartOrNothing) ? comparedFields(path, before, after) : 'different';
  }
  const shape = shapeOf(before);
  if (shape !== shapeOf(after)) return 'different';
  if (shape === 'scalar') return isSameScalar(before, after) ? 'same' : 'different';
  if (shape === 'object') return comparedFields(path, before, after);
  const { pairs, isReordered } = listPairs(before, after, meanings);
  const items = pairs.map(({ name, ...sides }) => ({ path: `${path}[${escaped(name)}]`, ...sides }));
  return isReordered ? [...items, { path: `${path} (order)`, before, after, isOrder: true }] : items;
}

function isNothing(value: TypedValue | undefined): value is undefined {
  return value === undefined || value.leftOut;
}

function isPartOrNothing(value: TypedValue | undefined): boolean {
  return value === undefined || (isPart(value.type) && shapeOf(value) === 'object');
}

function comparedFields(path: string, before?: TypedValue, after?: TypedValue): readonly Comparison[] {
  const entries = before === undefined ? NONE : entriesOf(before);
  const laterEntries = after === undefined ? NONE : entriesOf(after);
  const type = (after ?? before)?.type ?? '';
  // Keys are data, but the amounts of a resource are known as `limits.cpu`.
  const isData = type.endsWith('{}') && type !== 'quantity{}';
  return [...new Set([...entries.keys(), ...laterEntries.keys()])].map((name) => ({
    path: isData || !PLAIN_NAME.test(name) ? `${path}[${escaped(name)}]` : path === '' ? name : `${path}.${name}`,
    before: entries.get(name),
    after: laterEntries.get(name),
  }));
}

/** So that no two places have one path, whatever their keys are. */
function escaped(key: string): string {
  return key.replace(/[\\\]]/g, '\\$&');
}

function fieldChange({ path, before, after, isOrder }: Comparison, maskedBefore: Json, maskedAfter: Json): FieldChange {
  const [former, later] = [before && shown(before, maskedBefore, isOrder), after && shown(after, maskedAfter, isOrder)];
  const hasLines = isMultiline(before?.value) || isMultiline(after?.value);
  // Of a text that is a secret as a whole no line is to be seen.
  const isHidden = former === HIDDEN || later === HIDDEN;
  const lines = hasLines && !isHidden ? lineChanges([before?.value, former], [after?.value, later]) : undefined;
  return {
    path,
    ...(former !== undefined && { before: former }),
    ...(later !== undefined && { after: later }),
    ...(lines !== undefined && { lines }),
  };
}

function shown(place: TypedValue, masked: Json, isOrder = false): Json | undefined {
  const names = isOrder ? tryNames(itemsOf(place)) : undefined;
  return names === undefined ? valueInCopy(place, masked) : [...names.keys()];
}
