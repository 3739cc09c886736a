import { createHash } from 'node:crypto';
import { compareQuantities } from '../../validation/quantities/quantity-order';
import { tryCpuMillis, tryMemoryBytes } from '../../validation/quantities/quantity';
import type { Json } from '../../validation/manifest';
import { isOrdered } from './list-meaning';
import { entriesOf, itemsOf, shapeOf } from './typed-value';
import type { TypedValue } from './typed-value';

/** Tells whether two values that are neither lists nor objects mean the same: quantities by their amount. */
export function isSameScalar(one: TypedValue, other: TypedValue): boolean {
  return one.value === other.value || (one.type === 'quantity' && compareQuantities(one.value, other.value) === 0);
}

/** Tells whether another order of a list is another list. */
export function keepsOrder(list: TypedValue): boolean {
  return list.orderKept || isOrdered(list.owner, list.type.slice(0, -2));
}

interface Found {
  readonly typed: TypedValue;
  readonly children: [key: string, index: number][];
}

/**
 * What values mean, as texts of one length: two values have the same exactly where they mean the same, and the text
 * depends on nothing else, so that what is decided by it is decided alike in both directions.
 */
export class Meanings {
  /** Of lists and objects, by what is known of their field: lists in lists are asked for again at each level. */
  private readonly known = new WeakMap<object, Map<string, string>>();

  /** Returns the meaning of a value, in time that grows with its size and however deeply it is nested. */
  of(value: TypedValue): string {
    const found: Found[] = [{ typed: value, children: [] }];
    for (const { typed, children } of found) {
      if (this.tryKnown(typed) !== undefined) continue;
      for (const [key, inside] of insides(typed)) {
        children.push([key, found.length]);
        found.push({ typed: inside, children: [] });
      }
    }
    const meanings: string[] = [];
    // What is inside a value was found after it.
    for (const [index, { typed, children }] of [...found.entries()].toReversed()) {
      const insideIt = children.map(([key, child]) => `${JSON.stringify(key)}${meanings[child]}`);
      meanings[index] = this.tryKnown(typed) ?? this.remembered(typed, insideIt);
    }
    return meanings[0] ?? '';
  }

  private tryKnown(typed: TypedValue): string | undefined {
    return isScalar(typed.value) ? undefined : this.known.get(typed.value)?.get(contextOf(typed));
  }

  private remembered(typed: TypedValue, children: readonly string[]): string {
    const meaning = meaningOf(typed, children);
    if (isScalar(typed.value)) return meaning;
    const contexts = this.known.get(typed.value) ?? new Map<string, string>();
    this.known.set(typed.value, contexts.set(contextOf(typed), meaning));
    return meaning;
  }
}

function meaningOf(typed: TypedValue, children: readonly string[]): string {
  const shape = shapeOf(typed);
  const isInOrder = shape === 'list' && keepsOrder(typed);
  const content = shape === 'scalar' ? scalarText(typed) : (isInOrder ? children : [...children].sort()).join();
  return createHash('sha256').update(`${shape} ${content}`).digest('base64');
}

function isScalar(value: Json): value is null | boolean | number | string {
  return typeof value !== 'object' || value === null;
}

function contextOf({ type, owner, orderKept, parent }: TypedValue): string {
  return `${type} ${owner} ${orderKept} ${parent === undefined}`;
}

function insides(typed: TypedValue): readonly (readonly [key: string, value: TypedValue])[] {
  if (shapeOf(typed) === 'list') return itemsOf(typed).map((item) => ['', item]);
  return [...entriesOf(typed)].filter(([, { leftOut }]) => !leftOut);
}

function scalarText({ type, value }: TypedValue): string {
  const units = type === 'quantity' ? tryMemoryBytes(value) : undefined;
  return units === undefined ? JSON.stringify(value satisfies Json) : `${units} ${tryCpuMillis(value)}`;
}
