import { isJsonObject, tryOwnValue } from '../manifest';
import type { Json, JsonObject } from '../manifest';
import { Field, stepsOf } from './field';
import type { Expectation, FieldCheck, FieldExpectation, FieldProblem } from './field-problems';

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
  /** The place of the expectation in its table. */
  readonly order: number;
  readonly expectation: Expectation | FieldCheck;
}

interface OrderedProblem {
  readonly problem: FieldProblem;
  readonly order: number;
}

/** A null in a list of texts is an empty text, as the API server reads it; elsewhere it is nothing. */
const EMPTY_TEXT = '';

const NOTHING = new Field('', undefined);
const NONE: readonly FieldProblem[] = [];

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
      if (!isMetBy(NOTHING, expectation)) place.askedOfNothing.push({ order, expectation });
    }
  }

  /** Returns the problems of the fields below one that do not meet what is expected, in the order of the table. */
  problemsBelow(field: Field): readonly FieldProblem[] {
    if (field.value === undefined || isMetAt(field.value, this.root)) return NONE;
    const found: OrderedProblem[] = [];
    lookBelow(field, this.root, found);
    return found.sort((one, other) => one.order - other.order).map(({ problem }) => problem);
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

/** Tells whether a value meets all that is expected of it and in it: most do, and only what does not needs a path. */
function isMetAt(value: Json, { asked, below, items }: Place): boolean {
  if (asked.length > 0 && !isMet(value, asked)) return false;
  if (below.length > 0 && isJsonObject(value) && !isMetBelow(value, below)) return false;
  if (items === undefined || !Array.isArray(value)) return true;
  return value.every((item: Json) => isMetAt(item ?? EMPTY_TEXT, items));
}

function isMetBelow(value: JsonObject, below: readonly Place[]): boolean {
  return below.every((place) => {
    const inside = tryOwnValue(value, place.name);
    return inside === undefined ? place.askedOfNothing.length === 0 : isMetAt(inside, place);
  });
}

function isMet(value: Json, asked: readonly Asked[]): boolean {
  const field = new Field('', value);
  return asked.every(({ expectation }) => isMetBy(field, expectation));
}

function isMetBy(field: Field, expectation: Expectation | FieldCheck): boolean {
  const answer = expectation(field);
  return answer === undefined || (typeof answer !== 'string' && answer.length === 0);
}

function lookBelow(field: Field, { below }: Place, found: OrderedProblem[]): void {
  const { value } = field;
  if (!isJsonObject(value)) return;
  for (const place of below) {
    const inside = tryOwnValue(value, place.name);
    if (inside !== undefined) lookAt(field.child(place.name, inside), place, found);
    else if (place.askedOfNothing.length > 0) ask(field.child(place.name), place.askedOfNothing, found);
  }
}

function lookAt(field: Field, place: Place, found: OrderedProblem[]): void {
  ask(field, place.asked, found);
  if (place.below.length > 0) lookBelow(field, place, found);
  if (place.items === undefined) return;
  for (const item of field.items) {
    ask(item.value === null ? new Field(item.path, EMPTY_TEXT) : item, place.items.asked, found);
    lookBelow(item, place.items, found);
  }
}

function ask(field: Field, asked: readonly Asked[], found: OrderedProblem[]): void {
  for (const { order, expectation } of asked) {
    const answer = expectation(field);
    if (typeof answer === 'string') found.push({ problem: { field: field.path, message: answer }, order });
    else for (const problem of answer ?? NONE) found.push({ problem, order });
  }
}
