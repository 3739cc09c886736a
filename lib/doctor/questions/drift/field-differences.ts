import { asList, asObject, asText, kindOf } from '../../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../../validation/manifest';
import { compareQuantities } from '../../../validation/quantities/quantity-order';
import { tryFieldsOf, tryTypeOfKind } from '../../../validation/schema/field-table';

/** A field that is not as it was published. */
export interface FieldDifference {
  /** Dotted path, list items by what tells them apart: `spec.template.spec.containers[web].env[TZ].value`. */
  readonly field: string;
  readonly published: Json | undefined;
  readonly live: Json | undefined;
}

/** What tells the items of a list apart; of any other list of objects it is the name, or the place. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  ports: ['containerPort', 'port', 'protocol'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  metrics: ['type'],
  rules: ['host'],
  paths: ['path'],
  items: ['key'],
};

/** Maps and lists of which whoever publishes sets the whole: what is in them beside that, somebody put there. */
const WHOLE =
  /(?:^|\.)(?:data|binaryData|nodeSelector|matchLabels|selector|limits|requests|env|envFrom|containers|initContainers|volumes|volumeMounts|ports|tolerations|imagePullSecrets|ingress|egress)$/;

/** Fields without a default that people set by hand; where they were not published, somebody did. */
const SET_BY_HAND = new Set([
  'paused',
  'suspend',
  'nodeName',
  'nodeSelector',
  'affinity',
  'tolerations',
  'hostNetwork',
  'priorityClassName',
  'runtimeClassName',
  'serviceAccountName',
  'initContainers',
  'command',
  'args',
  'env',
  'envFrom',
  'lifecycle',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'volumes',
  'volumeMounts',
  'imagePullSecrets',
  'immutable',
]);

/** How deep objects are compared; the API's own are not half as deep. */
const DEEPEST = 40;

/**
 * Returns where a live object differs from what was published, in the order of the published fields.
 *
 * Only what was published is compared, since the API server adds defaults, and besides it those fields that have no
 * default and that somebody must have set. Quantities are compared by value; what is false, zero or empty is the same
 * as what is missing. Status, and metadata other than labels and annotations, are left out.
 */
export function fieldDifferences(published: Manifest, live: Manifest): readonly FieldDifference[] {
  const type = tryTypeOfKind(asText(published.json['apiVersion']), kindOf(published)) ?? '';
  const found: FieldDifference[] = [];
  const metadata = asObject(published.json['metadata']);
  for (const part of ['labels', 'annotations']) {
    const now = asObject(asObject(live.json['metadata'])[part]);
    compareMap(`metadata.${part}`, asObject(metadata[part]), now, '', found, 0);
  }
  for (const [name, value] of Object.entries(published.json)) {
    if (['apiVersion', 'kind', 'metadata', 'status'].includes(name)) continue;
    compare(name, value, own(live.json, name), tryFieldsOf(type)?.get(name)?.type ?? '', found, 0);
  }
  return found;
}

function compare(
  field: string,
  published: Json | undefined,
  live: Json | undefined,
  type: string,
  found: FieldDifference[],
  depth: number,
): void {
  if (depth > DEEPEST || isSame(published, live, type)) return;
  if (isMap(published) && isMap(live)) compareMap(field, published, live, type, found, depth + 1);
  else if (Array.isArray(published) && Array.isArray(live))
    compareLists(field, published, live, type, found, depth + 1);
  else found.push({ field, published, live });
}

function compareMap(
  field: string,
  published: JsonObject,
  live: JsonObject,
  type: string,
  found: FieldDifference[],
  depth: number,
): void {
  const types = type.endsWith('{}') ? undefined : tryFieldsOf(type);
  const typeOf = (name: string) => (type.endsWith('{}') ? type.slice(0, -2) : (types?.get(name)?.type ?? ''));
  for (const [name, value] of Object.entries(published)) {
    compare(below(field, name), value, own(live, name), typeOf(name), found, depth);
  }
  const isWhole = WHOLE.test(field);
  for (const [name, value] of Object.entries(live)) {
    if (Object.hasOwn(published, name) || isNothing(value)) continue;
    if (isWhole || SET_BY_HAND.has(name)) found.push({ field: below(field, name), published: undefined, live: value });
  }
}

function compareLists(
  field: string,
  published: readonly Json[],
  live: readonly Json[],
  type: string,
  found: FieldDifference[],
  depth: number,
): void {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const [wanted, now] = [byKey(published, name), byKey(live, name)];
  if (wanted === undefined || now === undefined) {
    if (JSON.stringify(published) === JSON.stringify(live)) return;
    if (published.length !== live.length) found.push({ field, published, live });
    else
      published.forEach((item, index) =>
        compare(`${field}[${index}]`, item, live[index], type.slice(0, -2), found, depth),
      );
    return;
  }
  for (const [key, item] of wanted) compare(`${field}[${key}]`, item, now.get(key), type.slice(0, -2), found, depth);
  if (!WHOLE.test(field)) return;
  for (const [key, item] of now)
    if (!wanted.has(key)) found.push({ field: `${field}[${key}]`, published: undefined, live: item });
}

/** Returns the items of a list by what tells them apart, or undefined where nothing does. */
function byKey(items: readonly Json[], list: string): ReadonlyMap<string, Json> | undefined {
  const keys = KEYS[list] ?? ['name'];
  const found = new Map<string, Json>();
  for (const item of items) {
    const parts = keys.flatMap((key) => {
      const value = own(asObject(item), key);
      return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
    });
    const key =
      list === 'ports' && asObject(item)['protocol'] === undefined ? [...parts, 'TCP'].join('/') : parts.join('/');
    if (parts.length === 0 || found.has(key)) return undefined;
    found.set(key, item);
  }
  return found;
}

function isSame(published: Json | undefined, live: Json | undefined, type: string): boolean {
  if (published === live || (isNothing(published) && isNothing(live))) return true;
  if (type === 'quantity') return compareQuantities(published, live) === 0;
  // An empty selector or policy part means something, and so does an empty volume: only scalars are as good as absent.
  return typeof published !== 'object' && typeof live !== 'object' && String(published) === String(live);
}

/** Go leaves out what is false, zero or empty. */
function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return true;
  return Array.isArray(value) ? asList(value).length === 0 : isMap(value) && Object.keys(value).length === 0;
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A label may be called `constructor`, which every object has. */
function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function below(field: string, name: string): string {
  return /^[\w-]+$/.test(name) ? `${field}.${name}` : `${field}[${name}]`;
}
