import { asList, asObject, asText } from '../../../validation/manifest';
import type { Json, JsonObject } from '../../../validation/manifest';
import { tryCpuMillis, tryMemoryBytes } from '../../../validation/quantities/quantity';
import { tryFieldsOf, tryTypeOfKind } from '../../../validation/schema/field-table';
import type { FieldRule } from '../../../validation/schema/field-table';
import { isOrderKept } from '../../comparison/field-meaning';
import { isOrdered } from '../../comparison/list-meaning';
import { canonicalText } from './canonical-text';
import { isMeantWhenEmpty } from './meant-when-empty';
import { otherDefaults } from './other-defaults';
import { podDefaults } from './pod-defaults';
import type { TypeDefaults } from './type-defaults';
import { workloadDefaults } from './workload-defaults';

const defaultsByType: ReadonlyMap<string, TypeDefaults> = new Map(
  Object.entries({ ...podDefaults, ...workloadDefaults, ...otherDefaults }),
);

/** Schemas of custom resources are nested as deeply as people like, and nothing is asked about them. */
const UNREAD_TYPE = 'JsonSchemaProps';

/**
 * Returns an object as the API server of Kubernetes 1.27 reads it, so that two that mean the same are equal: with its
 * defaults, without what is empty and says nothing, quantities in one form. Objects of other kinds are returned as
 * they are.
 */
export function withDefaults(json: JsonObject): JsonObject {
  const type = tryTypeOfKind(asText(json['apiVersion']), asText(json['kind']));
  return type === undefined ? json : asObject(normalised(json, { type, owner: '', orderKept: false }));
}

/** Where a value stands. */
interface Place {
  readonly type: string;
  /** The field as its type has it, such as `ServiceSpec.ports`. */
  readonly owner: string;
  /** Whether the API server compares what holds it as a whole, order included. */
  readonly orderKept: boolean;
}

/** Returns the value, or undefined where it says no more than none does. */
function normalised(value: Json | undefined, place: Place): Json | undefined {
  const { type } = place;
  if (value === undefined || value === null) return undefined;
  if (type.endsWith('[]')) return normalisedList(value, place);
  if (type.endsWith('{}')) return normalisedMap(value, { ...place, type: type.slice(0, -2) });
  if (type === 'quantity') return normalisedQuantity(value);
  if (type === 'bytes') return typeof value === 'string' ? value.replace(/[\r\n]/g, '') : value;
  const fields = type === UNREAD_TYPE ? undefined : tryFieldsOf(type);
  return fields === undefined || !isObject(value) ? value : normalisedObject(asObject(value), place, fields);
}

function normalisedList(value: Json, place: Place): Json | undefined {
  const type = place.type.slice(0, -2);
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  // The API server reads null in a list as an item without fields.
  const empty = tryFieldsOf(type) === undefined ? null : {};
  const items = asList(value).map((item) => normalised(item ?? empty, { ...place, type }) ?? null);
  return place.orderKept || isOrdered(place.owner, type) ? items : sorted(items);
}

function sorted(items: readonly Json[]): readonly Json[] {
  const texts = items.map((item) => [canonicalText(item), item] as const);
  return texts.sort(([one], [other]) => (one < other ? -1 : Number(one > other))).map(([, item]) => item);
}

function normalisedMap(value: Json, place: Place): Json | undefined {
  if (!isObject(value)) return value;
  const entries = Object.entries(asObject(value));
  if (entries.length === 0) return undefined;
  const empty = place.type === 'quantity' ? 0 : '';
  return Object.fromEntries(entries.map(([key, item]) => [key, normalised(item ?? empty, place) ?? null] as const));
}

function normalisedObject(json: JsonObject, place: Place, fields: ReadonlyMap<string, FieldRule>): JsonObject {
  const { type, orderKept } = place;
  const written = Object.entries(json).filter(([name, value]) => {
    const rule = fields.get(name);
    if (value === undefined || value === null) return false;
    // An empty object may yet get defaults of its own.
    return isObject(value) || rule === undefined || !saysNothing(value, type, name, rule);
  });
  const complete = defaultsByType.get(type)?.(Object.fromEntries(written)) ?? Object.fromEntries(written);
  return Object.fromEntries(
    Object.entries(complete).flatMap(([name, value]) => {
      const rule = fields.get(name);
      const inside = rule?.type ?? '';
      const owner = `${type}.${name}`;
      const result =
        rule === undefined
          ? value
          : normalised(value, { type: inside, owner, orderKept: orderKept || isOrderKept(type, inside) });
      if (result === undefined || result === null) return [];
      return rule !== undefined && saysNothing(result, type, name, rule) ? [] : [[name, result] as const];
    }),
  );
}

function saysNothing(value: Json, type: string, name: string, rule: FieldRule): boolean {
  const isEmpty =
    value === '' || value === 0 || value === false || (isObject(value) && Object.keys(asObject(value)).length === 0);
  return isEmpty && !isMeantWhenEmpty(type, name, rule);
}

/** In thousandths, to which the API server rounds up; in whole units where these do not reach. */
function normalisedQuantity(value: Json): Json {
  const [units, thousandths] = [tryMemoryBytes(value), tryCpuMillis(value)];
  if (units === undefined || thousandths === undefined) return value;
  return Math.abs(thousandths) < Number.MAX_SAFE_INTEGER ? `${thousandths}m` : String(units);
}

function isObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
