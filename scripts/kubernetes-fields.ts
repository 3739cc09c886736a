import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../imports/k8s';
import { DEMANDED, KINDS_WITH_STATUS, NO_OBJECTS, NOT_DEMANDED, SHARPER_TYPES } from './kubernetes-field-corrections';

/** The file that `npx tsx scripts/kubernetes-fields.ts` writes. */
export const TABLE_FILE = join(__dirname, '../lib/validation/schema/kubernetes-fields.json');

const DECLARATIONS = require.resolve('cdk8s-plus-27/lib/imports/k8s').replace(/\.js$/, '.d.ts');

const TYPE_NAMES: Readonly<Record<string, string>> = {
  number: 'int32',
  Date: 'time',
  IntOrString: 'int-or-string',
  Quantity: 'quantity',
};

/** What the declarations leave out: each kind has the first two, and nobody writes Events of the core group. */
const TYPE_FIELDS = 'apiVersion:string kind:string';
const CORE_EVENT = ['v1 Event', 'any'] as const;

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly type: string;
}

interface Field {
  readonly name: string;
  /** The schema that it is of: `Secret`, where the type is `KubeSecretProps`. */
  readonly schema: string;
  readonly type: string;
  readonly demanded: boolean;
}

/**
 * Returns the text of the field table: every kind that Kubernetes 1.27 can serve, and the fields of every type that
 * one is made of, those marked `!` that it demands.
 *
 * It comes from what cdk8s-plus-27 generated from the API's schema, so that no network is needed.
 */
export function kubernetesFields(): string {
  const declared = declaredTypes(readFileSync(DECLARATIONS, 'utf8'));
  const kinds = apiKinds().filter(({ kind }) => !kind.endsWith('List') && !NO_OBJECTS.includes(kind));
  const roots = new Map(kinds.map(({ kind, type }) => [type, kind]));
  const types = [...reachable(declared, [...roots.keys()])].map((type) => {
    const kind = roots.get(type);
    const fields = (declared.get(type) ?? []).map((field) => fieldText(namedByMetadata(kind, field)));
    return [type, [...rootFields(kind), ...fields].join(' ')] as const;
  });
  const served = [CORE_EVENT, ...kinds.map(({ apiVersion, kind, type }) => [`${apiVersion} ${kind}`, type] as const)];
  return `${JSON.stringify({ kinds: sortedObject(served), types: sortedObject(types) }, null, 2)}\n`;
}

function apiKinds(): readonly Kind[] {
  return Object.values(api).flatMap((member) =>
    typeof member === 'function' && 'GVK' in member ? [{ ...member.GVK, type: `${member.name}Props` }] : [],
  );
}

function declaredTypes(text: string): ReadonlyMap<string, readonly Field[]> {
  const interfaces = text.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms);
  return new Map([...interfaces].map(([, name = '', body = '']) => [name, declaredFields(body)]));
}

function declaredFields(body: string): readonly Field[] {
  const fields = body.matchAll(
    /@schema (\S+?)#(\S+)\n *\*\/\n *readonly \w+(\??): (?:\{\s+\[key: string\]: (\S+);\s+\}|(\S+));/g,
  );
  return [...fields].map(([, path = '', name = '', optional, valueOfMap, value = '']) => {
    const schema = path.split('.').at(-1) ?? '';
    const [, item = '', list = ''] = /^(.*?)((?:\[\])*)$/.exec(valueOfMap ?? value) ?? [];
    const suffix = `${list}${valueOfMap === undefined ? '' : '{}'}`;
    const demanded = optional === '' && !NOT_DEMANDED.includes(`${schema}.${name}`) && !/\.v\d+alpha\d+\./.test(path);
    return {
      name,
      schema,
      type: `${sharperType(schema, name, item)}${suffix}`,
      demanded: demanded || DEMANDED.includes(`${schema}.${name}`),
    };
  });
}

function sharperType(schema: string, field: string, declared: string): string {
  const sharper = ['number', 'string', 'Date'].includes(declared)
    ? Object.entries(SHARPER_TYPES).find(
        ([, fields]) => fields.includes(field) || fields.includes(`${schema}.${field}`),
      )
    : undefined;
  return sharper?.[0] ?? TYPE_NAMES[declared] ?? declared;
}

function reachable(declared: ReadonlyMap<string, readonly Field[]>, roots: readonly string[]): ReadonlySet<string> {
  const found = new Set(roots);
  // A set hands out what is added to it while it is read.
  for (const type of found) {
    for (const field of declared.get(type) ?? []) {
      const item = field.type.replace(/[[\]{}]+$/, '');
      if (declared.has(item)) found.add(item);
    }
  }
  return found;
}

function rootFields(kind: string | undefined): readonly string[] {
  if (kind === undefined) return [];
  return KINDS_WITH_STATUS.includes(kind) ? [TYPE_FIELDS, 'status:any'] : [TYPE_FIELDS];
}

/** Without metadata an object has no name. A review is asked and answered, and never kept. */
function namedByMetadata(kind: string | undefined, field: Field): Field {
  const named = kind !== undefined && !kind.endsWith('Review') && field.name === 'metadata';
  return named ? { ...field, demanded: true } : field;
}

function fieldText({ name, type, demanded }: Field): string {
  return `${name}${demanded ? '!' : ''}:${type}`;
}

function sortedObject(entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

if (require.main === module) {
  writeFileSync(TABLE_FILE, kubernetesFields());
}
