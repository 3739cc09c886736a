import { asList, asObject, asText } from '../../../validation/manifest';
import type { Json, JsonObject } from '../../../validation/manifest';
import { tryCpuMillis, tryMemoryBytes } from '../../../validation/quantities/quantity';
import { tryFieldsOf, tryTypeOfKind } from '../../../validation/schema/field-table';
import type { FieldRule } from '../../../validation/schema/field-table';
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
  return type === undefined ? json : asObject(normalised(json, type));
}

/** Returns the value, or undefined where it says no more than none does. */
function normalised(value: Json | undefined, type: string): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (type.endsWith('[]')) return normalisedList(value, type.slice(0, -2));
  if (type.endsWith('{}')) return normalisedMap(value, type.slice(0, -2));
  if (type === 'quantity') return normalisedQuantity(value);
  if (type === 'bytes') return typeof value === 'string' ? value.replace(/[\r\n]/g, '') : value;
  const fields = type === UNREAD_TYPE ? undefined : tryFieldsOf(type);
  return fields === undefined || !isObject(value) ? value : normalisedObject(asObject(value), type, fields);
}

function normalisedList(value: Json, type: string): Json | undefined {
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  // The API server reads null in a list as an item without fields.
  return asList(value).map((item) => normalised(item ?? (tryFieldsOf(type) === undefined ? null : {}), type) ?? null);
}

function normalisedMap(value: Json, type: string): Json | undefined {
  if (!isObject(value)) return value;
  const entries = Object.entries(asObject(value));
  if (entries.length === 0) return undefined;
  const empty = type === 'quantity' ? 0 : '';
  return Object.fromEntries(entries.map(([key, item]) => [key, normalised(item ?? empty, type) ?? null] as const));
}

function normalisedObject(json: JsonObject, type: string, fields: ReadonlyMap<string, FieldRule>): JsonObject {
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
      const result = rule === undefined ? value : normalised(value, rule.type);
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
