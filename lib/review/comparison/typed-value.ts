import { asList, asObject, asText, kindOf } from '../../validation/manifest';
import type { Json, Manifest } from '../../validation/manifest';
import { tryFieldsOf, tryTypeOfKind } from '../../validation/schema/field-table';
import {
  ANY,
  ANY_KIND,
  ANNOTATIONS,
  fieldType,
  isIgnored,
  isLeftOut,
  isOrderKept,
  isOwnNamespace,
} from './field-meaning';

/** A value inside an API object, with what Kubernetes 1.27 knows of its field. */
export interface TypedValue {
  readonly value: Json;
  /** As the field table names it: `Container`, `EnvVar[]`, `string{}`; `any` where nothing is known. */
  readonly type: string;
  /** The type and the field that hold it: `Container.env`. Of an item, those of its list. */
  readonly owner: string;
  /** Whether another order of a list in it is another value to the API server, whatever the list means. */
  readonly orderKept: boolean;
  /** Whether the API server makes no difference between this value and none. */
  readonly leftOut: boolean;
  /** @default none: it is the object itself */
  readonly parent?: TypedValue;
  /** Its field or index in the parent. */
  readonly key: string | number;
}

/** Returns an object with the type that its kind has in Kubernetes 1.27. */
export function typedObject(manifest: Manifest, type: string): TypedValue {
  return { value: manifest.json, type, owner: '', orderKept: false, leftOut: false, key: '' };
}

/** Returns the type of versions of an object: of the newest that Kubernetes 1.27 serves, or that of any kind. */
export function typeOfObjects(manifests: readonly Manifest[]): string {
  const types = manifests.flatMap((manifest) => {
    const [apiVersion, kind] = [asText(manifest.json['apiVersion']), kindOf(manifest)];
    // A version that is no longer served has mostly the fields of the one that took its place.
    return tryTypeOfKind(apiVersion, kind) ?? tryTypeOfKind(apiVersion.replace(/[^/]*$/, 'v1'), kind) ?? [];
  });
  // `KubeHorizontalPodAutoscalerV2Props` comes after the one of v1; the same in both directions.
  return types.sort().at(-1) ?? ANY_KIND;
}

/** Tells how a value is compared: field by field, item by item, or as a whole. */
export function shapeOf({ value }: TypedValue): 'object' | 'list' | 'scalar' {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'object' : 'scalar';
}

/** Returns the fields of an object that mean something, by name; null is none, where the API server takes it so. */
export function entriesOf(holder: TypedValue): ReadonlyMap<string, TypedValue> {
  const entries = new Map<string, TypedValue>();
  for (const [name, written] of Object.entries(asObject(holder.value))) {
    if (isIgnored(holder.type, holder.parent === undefined, name)) continue;
    if (isOwnNamespace(holder.type, holder.parent !== undefined && holder.parent.parent === undefined, name)) continue;
    const type = fieldType(holder.type, name);
    const value = written ?? nullInMap(holder.type);
    if (value !== undefined) entries.set(name, child(holder, name, value, type, `${holder.type}.${name}`));
  }
  return entries;
}

/** Returns the items of a list. */
export function itemsOf(list: TypedValue): readonly TypedValue[] {
  const type = list.type.endsWith('[]') ? list.type.slice(0, -2) : ANY;
  return asList(list.value).map((item, index) => {
    // The API server reads null in a list of objects as one without fields.
    const value = item === null && tryFieldsOf(type) !== undefined ? {} : item;
    return child(list, index, value, type, list.owner);
  });
}

/** Returns the value at the same place in a copy of the object that has the same fields and items. */
export function valueInCopy(place: TypedValue, copy: Json): Json | undefined {
  const keys: (string | number)[] = [];
  for (let at = place; at.parent !== undefined; at = at.parent) keys.push(at.key);
  let value: Json | undefined = copy;
  for (const key of keys.toReversed()) value = typeof key === 'number' ? asList(value)[key] : asObject(value)[key];
  return value;
}

function child(holder: TypedValue, key: string | number, value: Json, type: string, owner: string): TypedValue {
  const orderKept = holder.orderKept || isOrderKept(holder.type, type);
  return { value, type, owner, orderKept, leftOut: isLeftOut(owner, type, value), parent: holder, key };
}

/** Null as the value of a key decodes to the value that is empty, and the key stays. */
function nullInMap(type: string): Json | undefined {
  if (type === 'quantity{}') return '0';
  return type === 'string{}' || type === 'bytes{}' || type === ANNOTATIONS ? '' : undefined;
}
