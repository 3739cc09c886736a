import { tryFieldsOf } from './field-table';

/** A type of the field table, ready to compare values with. */
export interface ValueType {
  /** As the table writes it: `int32`, `Container[]`, `quantity{}`. */
  readonly name: string;
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
  readonly items?: ValueType;
  readonly values?: ValueType;
  private knownFields?: ReadonlyMap<string, FieldType>;
  private knownDemanded?: readonly string[];

  constructor(readonly name: string) {
    const inner = name.slice(0, -2);
    if (name.endsWith('[]')) this.items = valueType(inner);
    if (name.endsWith('{}')) this.values = valueType(inner);
  }

  get fields(): ReadonlyMap<string, FieldType> | undefined {
    if (this.knownFields === undefined) {
      const rules = tryFieldsOf(this.name);
      if (rules === undefined) return undefined;
      this.knownFields = new Map(
        [...rules].map(([name, { type, demanded }]) => [name, { type: valueType(type), demanded }]),
      );
    }
    return this.knownFields;
  }

  get demanded(): readonly string[] {
    this.knownDemanded ??= [...(this.fields ?? [])].flatMap(([name, { demanded }]) => (demanded ? [name] : []));
    return this.knownDemanded;
  }
}
