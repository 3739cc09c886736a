import { isJsonObject, tryOwnValue } from '../manifest';
import { Field, stepsOf } from './field';
import type { Expectation, FieldExpectation } from './field-problems';

/** A field that does not meet an expectation. */
export interface UnmetExpectation {
  readonly field: Field;
  readonly message: string;
  /** The place of the expectation in its table. */
  readonly order: number;
}

/** A field that patterns name, or that stands on the way to one. */
interface Place {
  readonly name: string;
  readonly asked: Asked[];
  /** Those that have something to say where the field is not there. */
  readonly askedOfNothing: Asked[];
  readonly below: Place[];
  /** The items of the list in it. @default they are not named by a pattern */
  items?: Place;
}

interface Asked {
  readonly order: number;
  readonly expectation: Expectation;
}

const NOTHING = new Field('', undefined);
const NONE: readonly UnmetExpectation[] = [];

/**
 * What is expected of the fields that patterns name, ready to be asked: one walk for all patterns, which leaves out
 * what is not there, as most of it is not.
 */
export class ExpectationTable {
  private readonly root = placeNamed('');

  constructor(expectations: readonly FieldExpectation[]) {
    for (const [order, [pattern, expectation]] of expectations.entries()) {
      const place = placeOf(this.root, pattern);
      place.asked.push({ order, expectation });
      if (expectation(NOTHING) !== undefined) place.askedOfNothing.push({ order, expectation });
    }
  }

  /** Returns the fields below one that do not meet what is expected, in the order of the table. */
  unmetBelow(field: Field): readonly UnmetExpectation[] {
    const unmet: UnmetExpectation[] = [];
    lookBelow(field, this.root, unmet);
    if (unmet.length === 0) return NONE;
    return unmet.sort((one, other) => one.order - other.order);
  }
}

function placeOf(root: Place, pattern: string): Place {
  let place = root;
  for (const { name, items } of stepsOf(pattern)) {
    let inside = place.below.find((known) => known.name === name);
    if (inside === undefined) place.below.push((inside = placeNamed(name)));
    place = items ? (inside.items ??= placeNamed(name)) : inside;
  }
  return place;
}

function placeNamed(name: string): Place {
  return { name, asked: [], askedOfNothing: [], below: [] };
}

function lookBelow(field: Field, { below }: Place, unmet: UnmetExpectation[]): void {
  const { value } = field;
  if (!isJsonObject(value)) return;
  for (const place of below) {
    const inside = tryOwnValue(value, place.name);
    if (inside !== undefined) lookAt(field.child(place.name, inside), place, unmet);
    else if (place.askedOfNothing.length > 0) ask(field.child(place.name), place.askedOfNothing, unmet);
  }
}

function lookAt(field: Field, place: Place, unmet: UnmetExpectation[]): void {
  ask(field, place.asked, unmet);
  if (place.below.length > 0) lookBelow(field, place, unmet);
  if (place.items === undefined) return;
  for (const item of field.items) {
    // A null in a list of texts is an empty text, as the API server reads it; elsewhere it is nothing.
    ask(item.value === null ? new Field(item.path, '') : item, place.items.asked, unmet);
    lookBelow(item, place.items, unmet);
  }
}

function ask(field: Field, asked: readonly Asked[], unmet: UnmetExpectation[]): void {
  for (const { order, expectation } of asked) {
    const message = expectation(field);
    if (message !== undefined) unmet.push({ field, message, order });
  }
}
