import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../imports/k8s';

/** The file that `npx tsx scripts/kubernetes-fields.ts` writes. */
export const TABLE_FILE = join(__dirname, '../lib/validation/schema/kubernetes-fields.json');

const DECLARATIONS = require.resolve('cdk8s-plus-27/lib/imports/k8s').replace(/\.js$/, '.d.ts');

/**
 * Where the declarations say less than the API does: they know neither the width of a number, nor base64, nor
 * timestamps that have to have microseconds. A field of the same name is of the same kind in every type.
 *
 * @see kubernetes/kubernetes v1.27 api/openapi-spec/swagger.json, `format`
 */
const SHARPER_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'int64',
    [
      'activeDeadlineSeconds',
      'deletionGracePeriodSeconds',
      'ServiceAccountTokenProjection.expirationSeconds',
      'fsGroup',
      'generation',
      'maxItems',
      'maxLength',
      'maxProperties',
      'minItems',
      'minLength',
      'minProperties',
      'ControllerRevision.revision',
      'runAsGroup',
      'runAsUser',
      'startingDeadlineSeconds',
      'supplementalGroups',
      'terminationGracePeriodSeconds',
      'tolerationSeconds',
    ],
  ],
  ['double', ['maximum', 'minimum', 'multipleOf']],
  ['bytes', ['binaryData', 'caBundle', 'Secret.data', 'CertificateSigningRequestSpec.request']],
  ['string', ['acquireTime', 'eventTime', 'lastObservedTime', 'renewTime']],
]);

const TYPE_NAMES: Readonly<Record<string, string>> = {
  number: 'int32',
  Date: 'time',
  IntOrString: 'int-or-string',
  Quantity: 'quantity',
};

interface Field {
  readonly name: string;
  /** The last part of the schema that the field is of: `Secret`, not `KubeSecretProps`. */
  readonly schema: string;
  readonly type: string;
  readonly required: boolean;
}

/**
 * Returns the text of the field table: every kind of Kubernetes 1.27, and the fields of every type that one is made of.
 *
 * It comes from what cdk8s-plus-27 generated from the API's schema, so that no network is needed. `status` is not
 * in there, and lists of objects are left out.
 */
export function kubernetesFields(): string {
  const declared = declaredTypes(readFileSync(DECLARATIONS, 'utf8'));
  const kinds = new Map(
    apiClasses()
      .filter(({ kind }) => !kind.endsWith('List'))
      .map(({ apiVersion, kind, type }) => [`${apiVersion} ${kind}`, type]),
  );
  const types = [...reachable(declared, [...kinds.values()])].sort();
  const rows = types.map((type) => [type, (declared.get(type) ?? []).map(fieldText).join(' ')] as const);
  return `${JSON.stringify({ kinds: sortedObject(kinds), types: sortedObject(rows) }, null, 2)}\n`;
}

function apiClasses(): readonly { apiVersion: string; kind: string; type: string }[] {
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
    return { name, schema, type: `${sharperType(schema, name, item)}${suffix}`, required: optional === '' };
  });
}

function sharperType(schema: string, field: string, declared: string): string {
  if (declared === 'number' || declared === 'string' || declared === 'Date') {
    for (const [type, fields] of SHARPER_TYPES) {
      if (fields.includes(field) || fields.includes(`${schema}.${field}`)) return type;
    }
  }
  return TYPE_NAMES[declared] ?? declared;
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

function fieldText({ name, type, required }: Field): string {
  return `${name}${required ? '!' : ''}:${type}`;
}

function sortedObject(entries: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

if (require.main === module) {
  writeFileSync(TABLE_FILE, kubernetesFields());
}
