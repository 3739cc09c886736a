import { asList, asObject, asText, kindOf } from '../manifest';
import type { Json, Manifest } from '../manifest';
import { tryTypeOfKind } from './field-table';
import { valueType } from './value-type';
import type { ObjectType, ValueType } from './value-type';

/** A field that is not as Kubernetes 1.27 expects it. */
export interface SchemaFault {
  /** As `Field` writes it. */
  readonly path: string;
  readonly value: Json | undefined;
  /** What is wrong: an unknown name, a demanded field that is missing, a value of another type, no quantity. */
  readonly fault: 'unknown' | 'missing' | 'type' | 'quantity';
  /** Of a value of another type: what is expected, in words. Of an unknown name: nothing. */
  readonly expected?: string;
  /** Of an unknown name: those that are known in its place. */
  readonly known?: readonly string[];
}

/** A value inside an object, with the way to it: the path is put together only where something is wrong. */
interface Place {
  readonly value: Json | undefined;
  /** Undefined for the object itself. */
  readonly holder: Place | undefined;
  /** What it is called in the holder; an item by its index. */
  readonly name: string | number;
  /** Whether it is a key that is data: such a name stands in brackets whatever it is. */
  readonly isData: boolean;
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
  const places: Place[] = [{ value: manifest.json, holder: undefined, name: '', isData: false, type: valueType(kind) }];
  // A list hands out what is added to it while it is read; a recursion would end on a schema that is nested deeply.
  for (const place of places) {
    const { items, values, object } = place.type;
    if (items !== undefined) walkItems(place, items, places, faults);
    else if (values !== undefined) walkValues(place, values, places, faults);
    else if (object !== undefined) walkFields(place, object, places, faults);
  }
  return faults;
}

function walkItems(holder: Place, type: ValueType, places: Place[], faults: SchemaFault[]): void {
  let index = -1;
  for (const item of asList(holder.value)) {
    index += 1;
    if (typeof item === type.enough) continue;
    // The API server reads null in a list as an object without fields; elsewhere it is as good as not there.
    const value = item === null && type.object !== undefined ? {} : item;
    look({ value, holder, name: index, isData: false, type }, places, faults);
  }
}

function walkValues(holder: Place, type: ValueType, places: Place[], faults: SchemaFault[]): void {
  const json = asObject(holder.value);
  for (const name in json) {
    const value = json[name];
    if (typeof value === type.enough) continue;
    // Keys are data, but the amounts of a resource are known as `limits.cpu`.
    look({ value, holder, name, isData: type.name !== 'quantity', type }, places, faults);
  }
}

function walkFields(holder: Place, { fields, demanded }: ObjectType, places: Place[], faults: SchemaFault[]): void {
  const json = asObject(holder.value);
  for (const name in json) {
    const value = json[name];
    const field = fields.get(name);
    if (field === undefined) faults.push(unknown(holder, name, value, fields));
    else if (typeof value === field.type.enough) continue;
    else if (value === null && field.demanded) faults.push(missing(holder, name, value));
    else look({ value, holder, name, isData: false, type: field.type }, places, faults);
  }
  for (const name of demanded) {
    if (json[name] === undefined) faults.push(missing(holder, name, undefined));
  }
}

function unknown(
  holder: Place,
  name: string,
  value: Json | undefined,
  fields: ReadonlyMap<string, unknown>,
): SchemaFault {
  return { path: pathBelow(holder, name), value, fault: 'unknown', known: [...fields.keys()] };
}

function missing(holder: Place, name: string, value: Json | undefined): SchemaFault {
  return { path: pathBelow(holder, name), value, fault: 'missing' };
}

/** Notes what is wrong with a value itself or, where nothing is, that what it holds is still to be looked at. */
function look(place: Place, places: Place[], faults: SchemaFault[]): void {
  const { value, type } = place;
  if (value === null || value === undefined) return;
  if (!type.matches(value)) faults.push(wrong(place, value));
  else if (typeof value === 'object') places.push(place);
}

function wrong(place: Place, value: Json): SchemaFault {
  const { name, expected } = place.type;
  const path = pathOf(place);
  return name === 'quantity' ? { path, value, fault: 'quantity' } : { path, value, fault: 'type', expected };
}

function pathBelow(holder: Place, name: string): string {
  return pathOf({ value: undefined, holder, name, isData: false, type: holder.type });
}

/** Not by recursion: a schema may be nested ten thousand levels deep. */
function pathOf(place: Place): string {
  const way: Place[] = [];
  for (let at: Place | undefined = place; at?.holder !== undefined; at = at.holder) way.push(at);
  return way.reduceRight((path, { name, value, isData }) => {
    if (typeof name === 'number') return `${path}[${asText(asObject(value)['name']) || name}]`;
    if (isData || !PLAIN_NAME.test(name)) return `${path}[${name}]`;
    return path === '' ? name : `${path}.${name}`;
  }, '');
}
