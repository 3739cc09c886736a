import { tryFieldsOf } from './field-table';
import { expectedOfType } from './type-fault';
import type { ExpectedValue } from './type-fault';

/** A type of the field table, ready to compare values with. */
export interface ValueType {
  /** As the table writes it: `int32`, `Container[]`, `quantity{}`. */
  readonly name: string;
  /** What a value of it is, whatever is inside. */
  readonly value: ExpectedValue;
  /** The type of the items of a list. @default none: it is no list */
  readonly items?: ValueType;
  /** The type of the values of a map whose keys are data. @default none: it is no map */
  readonly values?: ValueType;
  /** The fields of an object. @default none: it is a list, a map or a scalar */
  readonly fields?: ReadonlyMap<string, FieldType>;
  /** The names of the fields without which the API server refuses the object. */
  readonly demanded: readonly string[];
}

/** A field of an object. */
export interface FieldType {
  readonly type: ValueType;
  readonly demanded: boolean;
}

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
  readonly value: ExpectedValue;
  readonly items?: ValueType;
  readonly values?: ValueType;
  private knownFields?: ReadonlyMap<string, FieldType>;
  private knownDemanded?: readonly string[];

  constructor(readonly name: string) {
    this.value = expectedOfType(name);
    if (name.endsWith('[]')) this.items = valueType(name.slice(0, -2));
    if (name.endsWith('{}')) this.values = valueType(name.slice(0, -2));
  }

  get fields(): ReadonlyMap<string, FieldType> | undefined {
    if (this.knownFields === undefined) {
      const rules = tryFieldsOf(this.name);
      if (rules === undefined) return undefined;
      const fields = new Map<string, FieldType>();
      for (const [name, { type, demanded }] of rules) fields.set(name, { type: valueType(type), demanded });
      this.knownFields = fields;
    }
    return this.knownFields;
  }

  get demanded(): readonly string[] {
    if (this.knownDemanded === undefined) {
      const names: string[] = [];
      for (const [name, { demanded }] of this.fields ?? []) if (demanded) names.push(name);
      this.knownDemanded = names;
    }
    return this.knownDemanded;
  }
}
