import { Field } from '../fields/field';
import { asList, asObject, asText, kindOf } from '../manifest';
import type { Json, Manifest } from '../manifest';
import { tryMemoryBytes } from '../quantities/quantity';
import { tryTypeOfKind } from './field-table';
import { valueType } from './value-type';
import type { ValueType } from './value-type';

/** A field that is not as Kubernetes 1.27 expects it. */
export interface SchemaFault {
  readonly field: Field;
  /** What is wrong: an unknown name, a demanded field that is missing, a value of another type, no quantity. */
  readonly fault: 'unknown' | 'missing' | 'type' | 'quantity';
  /** Of a value of another type: what is expected, in words. Of an unknown name: nothing. */
  readonly expected?: string;
  /** Of an unknown name: those that are known in its place. */
  readonly known?: readonly string[];
}

/** A value with fields or items that are still to be looked at. */
interface Holder {
  readonly field: Field;
  readonly type: ValueType;
}

/** Names that need no brackets in a path. */
const PLAIN_NAME = /^[\w-]+$/;

const NO_FAULTS: readonly SchemaFault[] = [];

/** Two rules ask about each object. What is wrong with one is little; all its fields would be much. */
const known = new WeakMap<Manifest, readonly SchemaFault[]>();

/**
 * Returns the fields of an object that are not as Kubernetes 1.27 expects them: none for a kind that it does not have.
 *
 * Each object is walked once, and a path is made only for what is at fault.
 */
export function schemaFaults(manifest: Manifest): readonly SchemaFault[] {
  let faults = known.get(manifest);
  if (faults === undefined) {
    faults = walk(manifest);
    known.set(manifest, faults.length === 0 ? NO_FAULTS : faults);
  }
  return faults;
}

function walk(manifest: Manifest): readonly SchemaFault[] {
  const kind = tryTypeOfKind(asText(manifest.json['apiVersion']), kindOf(manifest));
  if (kind === undefined) return NO_FAULTS;
  const faults: SchemaFault[] = [];
  const holders: Holder[] = [{ field: Field.of(manifest), type: valueType(kind) }];
  // A list hands out what is added to it while it is read; a recursion would end on a schema that is nested deeply.
  for (const holder of holders) {
    if (holder.type.items !== undefined) walkItems(holder, holder.type.items, holders, faults);
    else if (holder.type.values !== undefined) walkValues(holder, holder.type.values, holders, faults);
    else walkFields(holder, holders, faults);
  }
  return faults;
}

function walkItems({ field }: Holder, type: ValueType, holders: Holder[], faults: SchemaFault[]): void {
  let index = 0;
  for (const value of asList(field.value)) {
    if (value === null && type.fields !== undefined) {
      // The API server reads null in a list as an object without fields; elsewhere it is as good as not there.
      look(new Field(field.item(value, index).path, {}), type, holders, faults);
    } else if (!isFine(value, type)) {
      look(field.item(value, index), type, holders, faults);
    }
    index += 1;
  }
}

function walkValues({ field }: Holder, type: ValueType, holders: Holder[], faults: SchemaFault[]): void {
  const isQuantity = type.name === 'quantity';
  const json = asObject(field.value);
  for (const key of Object.keys(json)) {
    if (isFine(json[key], type)) continue;
    // Keys are data, but the amounts of a resource are known as `limits.cpu`.
    look(isQuantity ? named(field, key) : field.entry(key), type, holders, faults);
  }
}

function walkFields({ field, type }: Holder, holders: Holder[], faults: SchemaFault[]): void {
  const { fields, demanded } = type;
  if (fields === undefined) return;
  const json = asObject(field.value);
  for (const name of Object.keys(json)) {
    const [value, rule] = [json[name], fields.get(name)];
    if (rule === undefined) faults.push({ field: named(field, name), fault: 'unknown', known: [...fields.keys()] });
    else if (rule.demanded && (value === null || value === undefined)) {
      faults.push({ field: named(field, name), fault: 'missing' });
    } else if (!isFine(value, rule.type)) look(named(field, name), rule.type, holders, faults);
  }
  for (const name of demanded) {
    if (!Object.hasOwn(json, name)) faults.push({ field: field.child(name), fault: 'missing' });
  }
}

/** Tells whether a value is right as it is, and has nothing inside that may be wrong. */
function isFine(value: Json | undefined, type: ValueType): boolean {
  if (value === null || value === undefined) return true;
  return typeof value !== 'object' && isOfType(value, type);
}

function look(field: Field, type: ValueType, holders: Holder[], faults: SchemaFault[]): void {
  const { value } = field;
  if (value === null || value === undefined) return;
  if (isOfType(value, type)) {
    if (typeof value === 'object') holders.push({ field, type });
  } else {
    faults.push(type.name === 'quantity' ? { field, fault: 'quantity' } : { field, fault: 'type', expected: type.value.expected });
  }
}

function isOfType(value: Json, { name, value: { matches } }: ValueType): boolean {
  return name === 'quantity' ? tryMemoryBytes(value) !== undefined : matches(value);
}

function named(field: Field, name: string): Field {
  return PLAIN_NAME.test(name) ? field.child(name) : field.entry(name);
}
