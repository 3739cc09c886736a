/** A field as the table has it. */
export interface FieldRule {
  /** A scalar such as `int32`, or the name of a type, with `[]` behind it for a list of them and `{}` for a map. */
  readonly type: string;
  /** Whether the API server refuses an object without it. */
  readonly demanded: boolean;
}

interface FieldTable {
  /** Type of each kind, by apiVersion and kind: `apps/v1 Deployment`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Fields of each type, as words: `name!:string`, with `!` where it is demanded. */
  readonly types: Readonly<Record<string, string>>;
}

// Not `import`: TypeScript would ask for a setting to read JSON, and the table's shape is tested anyway.
const table: FieldTable = require('./kubernetes-fields.json');

const kinds: ReadonlyMap<string, string> = new Map(Object.entries(table.kinds));
const fieldsByType = new Map<string, ReadonlyMap<string, FieldRule>>();

/** Returns the type of a kind of Kubernetes 1.27, or undefined for one that it does not have. */
export function tryTypeOfKind(apiVersion: string, kind: string): string | undefined {
  return kinds.get(`${apiVersion} ${kind}`);
}

/** Returns all kinds that Kubernetes 1.27 can serve, as `apps/v1 Deployment`, sorted. */
export function servedKinds(): readonly string[] {
  return [...kinds.keys()];
}

/** Returns the fields of a type by name, or undefined for a scalar, a list and a map. */
export function tryFieldsOf(type: string): ReadonlyMap<string, FieldRule> | undefined {
  const known = fieldsByType.get(type);
  if (known !== undefined || !Object.hasOwn(table.types, type)) return known;
  const fields = new Map<string, FieldRule>();
  for (const word of (table.types[type] ?? '').split(' ')) if (word !== '') addField(word, fields);
  fieldsByType.set(type, fields);
  return fields;
}

function addField(word: string, fields: Map<string, FieldRule>): void {
  const colon = word.indexOf(':');
  const demanded = word.charAt(colon - 1) === '!';
  fields.set(word.slice(0, demanded ? colon - 1 : colon), { type: word.slice(colon + 1), demanded });
}
