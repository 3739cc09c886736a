import { asList, asObject, asText, kindOf } from '../manifest';
import type { Json, Manifest } from '../manifest';
import { tryMemoryBytes } from '../quantities/quantity';
import { tryTypeOfKind } from './field-table';
import { valueType } from './value-type';
import type { ValueType } from './value-type';

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
  readonly holder?: Place;
  /** What follows the path of the holder. */
  readonly name: string | number;
  /** Whether it is a key that is data, or the name or index of an item: these stand in brackets whatever they are. */
  readonly isData: boolean;
}

/** A value with fields or items that are still to be looked at. */
interface Holder extends Place {
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
  const holders: Holder[] = [{ value: manifest.json, name: '', isData: false, type: valueType(kind) }];
  // A list hands out what is added to it while it is read; a recursion would end on a schema that is nested deeply.
  for (const holder of holders) {
    if (holder.type.items !== undefined) walkItems(holder, holder.type.items, holders, faults);
    else if (holder.type.values !== undefined) walkValues(holder, holder.type.values, holders, faults);
    else walkFields(holder, holders, faults);
  }
  return faults;
}

function walkItems(holder: Holder, type: ValueType, holders: Holder[], faults: SchemaFault[]): void {
  let index = -1;
  for (const item of asList(holder.value)) {
    index += 1;
    // The API server reads null in a list as an object without fields; elsewhere it is as good as not there.
    const value = item === null && type.fields !== undefined ? {} : item;
    if (isFine(value, type)) continue;
    const name = asText(asObject(item)['name']);
    look({ value, holder, name: name === '' ? index : name, isData: true, type }, holders, faults);
  }
}

function walkValues(holder: Holder, type: ValueType, holders: Holder[], faults: SchemaFault[]): void {
  const json = asObject(holder.value);
  for (const name of Object.keys(json)) {
    const value = json[name];
    if (isFine(value, type)) continue;
    // Keys are data, but the amounts of a resource are known as `limits.cpu`.
    look({ value, holder, name, isData: type.name !== 'quantity', type }, holders, faults);
  }
}

function walkFields(holder: Holder, holders: Holder[], faults: SchemaFault[]): void {
  const { fields, demanded } = holder.type;
  if (fields === undefined) return;
  const json = asObject(holder.value);
  for (const name of Object.keys(json)) {
    const [value, rule] = [json[name], fields.get(name)];
    if (rule === undefined) {
      faults.push({
        path: pathOf({ value, holder, name, isData: false }),
        value,
        fault: 'unknown',
        known: [...fields.keys()],
      });
    } else if (rule.demanded && (value === null || value === undefined)) {
      faults.push(missing(holder, name, value));
    } else if (!isFine(value, rule.type)) {
      look({ value, holder, name, isData: false, type: rule.type }, holders, faults);
    }
  }
  for (const name of demanded) {
    if (!Object.hasOwn(json, name)) faults.push(missing(holder, name, undefined));
  }
}

function missing(holder: Holder, name: string, value: Json | undefined): SchemaFault {
  return { path: pathOf({ value, holder, name, isData: false }), value, fault: 'missing' };
}

/** Tells whether a value is right as it is, and has nothing inside that may be wrong. */
function isFine(value: Json | undefined, type: ValueType): boolean {
  if (value === null || value === undefined) return true;
  return typeof value !== 'object' && isOfType(value, type);
}

function look(place: Holder, holders: Holder[], faults: SchemaFault[]): void {
  const { value = null, type } = place;
  const isObject = typeof value === 'object';
  if (isOfType(value, type)) {
    if (isObject) holders.push(place);
  } else if (type.name === 'quantity') {
    faults.push({ path: pathOf(place), value, fault: 'quantity' });
  } else {
    faults.push({ path: pathOf(place), value, fault: 'type', expected: type.value.expected });
  }
}

function isOfType(value: Json, { name, value: { matches } }: ValueType): boolean {
  return name === 'quantity' ? tryMemoryBytes(value) !== undefined : matches(value);
}

/** Not by recursion: a schema may be nested ten thousand levels deep. */
function pathOf(place: Place): string {
  const way: Place[] = [];
  for (let at: Place | undefined = place; at?.holder !== undefined; at = at.holder) way.push(at);
  return way.reduceRight((path, { name, isData }) => {
    if (isData || !PLAIN_NAME.test(String(name))) return `${path}[${name}]`;
    return path === '' ? String(name) : `${path}.${name}`;
  }, '');
}
