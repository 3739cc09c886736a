import { tryMemoryBytes } from '../quantities/quantity';
import { tryFieldsOf } from './field-table';
import { expectedOfType } from './type-fault';
import type { ExpectedValue } from './type-fault';

/** A type of the field table, ready to compare values with, whatever is inside of them. */
export interface ValueType extends ExpectedValue {
  /** As the table writes it: `int32`, `Container[]`, `quantity{}`. */
  readonly name: string;
  /** The type of the items of a list. @default none: it is no list */
  readonly items?: ValueType;
  /** The type of the values of a map whose keys are data. @default none: it is no map */
  readonly values?: ValueType;
  /** What is known of an object. @default none: it is a list, a map or a scalar */
  readonly object?: ObjectType;
}

/** What is known of an object. */
export interface ObjectType {
  readonly fields: ReadonlyMap<string, FieldType>;
  /** The names of the fields without which the API server refuses the object. */
  readonly demanded: readonly string[];
}

/** A field of an object. */
export interface FieldType {
  readonly type: ValueType;
  readonly demanded: boolean;
}

const QUANTITY: ExpectedValue = { expected: 'a quantity', matches: (value) => tryMemoryBytes(value) !== undefined };

const known = new Map<string, ValueType>();

/** Returns a type by its name in the table. Types that refer to each other are made once, and when they are met. */
export function valueType(name: string): ValueType {
  let type = known.get(name);
  if (type === undefined) {
    type = new TableType(name);
    known.set(name, type);
  }
  return type;
}

class TableType implements ValueType {
  readonly expected: string;
  readonly matches: ExpectedValue['matches'];
  readonly enough?: string;
  readonly items?: ValueType;
  readonly values?: ValueType;
  private knownObject?: ObjectType;

  constructor(readonly name: string) {
    const { expected, matches, enough } = name === 'quantity' ? QUANTITY : expectedOfType(name);
    this.expected = expected;
    this.matches = matches;
    this.enough = enough;
    if (name.endsWith('[]')) this.items = valueType(name.slice(0, -2));
    if (name.endsWith('{}')) this.values = valueType(name.slice(0, -2));
  }

  get object(): ObjectType | undefined {
    this.knownObject ??= tryObjectType(this.name);
    return this.knownObject;
  }
}

function tryObjectType(name: string): ObjectType | undefined {
  const rules = tryFieldsOf(name);
  if (rules === undefined) return undefined;
  const fields = new Map<string, FieldType>();
  const names: string[] = [];
  for (const [field, { type, demanded }] of rules) {
    fields.set(field, { type: valueType(type), demanded });
    if (demanded) names.push(field);
  }
  return { fields, demanded: names };
}
