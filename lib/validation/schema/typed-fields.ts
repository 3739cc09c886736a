import { Field } from '../fields/field';
import { asText, kindOf } from '../manifest';
import type { Manifest } from '../manifest';
import { tryFieldsOf, tryTypeOfKind } from './field-table';
import type { FieldRule } from './field-table';

/** The type of a field that its object does not have in Kubernetes 1.27. */
export const UNKNOWN = 'unknown';

/** A field of an object with what Kubernetes 1.27 expects there. */
export interface TypedField extends FieldRule {
  readonly field: Field;
  /** Names that would be known, of an unknown field. */
  readonly alternatives?: readonly string[];
}

/** Names that need no brackets in a path. */
const PLAIN_NAME = /^[\w-]+$/;

/**
 * Returns every field of an object with its type: those that are there, those that are missing and demanded, and
 * those that Kubernetes 1.27 does not know. None for a kind that it does not have.
 */
export function typedFields(manifest: Manifest): readonly TypedField[] {
  const type = tryTypeOfKind(asText(manifest.json['apiVersion']), kindOf(manifest));
  if (type === undefined) return [];
  const found: TypedField[] = [{ field: Field.of(manifest), type, demanded: true }];
  // A list hands out what is added to it while it is read; a recursion would end on a schema that is nested deeply.
  for (const typed of found) {
    for (const child of childrenOf(typed)) found.push(child);
  }
  return found;
}

function childrenOf({ field, type }: TypedField): readonly TypedField[] {
  const item = type.slice(0, -2);
  if (type.endsWith('[]'))
    return field.items.map((child) => ({ field: asItem(child, item), type: item, demanded: false }));
  if (type.endsWith('{}')) {
    return field.entries.map(([key, entry]) => ({
      // Keys are data, but the amounts of a resource are known as `limits.cpu`.
      field: item === 'quantity' ? named(field, key) : entry,
      type: item,
      demanded: false,
    }));
  }
  const fields = field.isObject ? tryFieldsOf(type) : undefined;
  return fields === undefined ? [] : [...givenFields(field, fields), ...missingFields(field, fields)];
}

function givenFields(field: Field, fields: ReadonlyMap<string, FieldRule>): readonly TypedField[] {
  return field.entries.map(([name]) => ({
    field: named(field, name),
    ...(fields.get(name) ?? { type: UNKNOWN, demanded: false, alternatives: [...fields.keys()] }),
  }));
}

function missingFields(field: Field, fields: ReadonlyMap<string, FieldRule>): readonly TypedField[] {
  return [...fields].flatMap(([name, rule]) => {
    if (!rule.demanded) return [];
    const child = field.at(name);
    return child.value === undefined ? [{ field: child, ...rule }] : [];
  });
}

/** The API server reads null in a list as an object without fields; elsewhere it is as good as not there. */
function asItem(field: Field, type: string): Field {
  return field.value === null && tryFieldsOf(type) !== undefined ? new Field(field.path, {}) : field;
}

function named(field: Field, name: string): Field {
  return PLAIN_NAME.test(name) ? field.at(name) : field.entry(name);
}
