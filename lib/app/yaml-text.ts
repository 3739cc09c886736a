import { Yaml } from 'cdk8s';
import type { Json, JsonObject } from '../validation/manifest';

/** A line that begins nothing in YAML: a word, a path, a flag or a command, in printable ASCII with single spaces. */
const PLAIN = /^(?:[A-Za-z\d/]|--?[A-Za-z])(?:[!-9;-~]|:(?=[!-~])| (?=[!"$-~]))*$/;

/** What YAML 1.1 may read as a number or a time, from `7` and `e5` to `0x1f` and `2024-01-01`; no address has one dot. */
const MAY_BE_NUMBER = /^(?=\D*\d)(?:[\d_:eE+ \-tTzZ]*(?:\.[\d_:eE+ \-tTzZ]*)?|0[bx].*)$/;

/** A port or another count as a text, which YAML has in quotes. */
const COUNT = /^[1-9]\d*$/;

/** What YAML 1.1 reads as a switch or as nothing, in small letters. */
const WORDS: ReadonlySet<string> = new Set(['y', 'yes', 'true', 'on', 'n', 'no', 'false', 'off', 'null']);

/** What YAML writes in double quotes, or with signs for its white space: left to the library, as it is rare. */
const AWKWARD_LINES =
  // eslint-disable-next-line no-control-regex -- these are the characters that YAML does not show as they are
  /^[\t\n ]|\n[\t ]+$|\n[\t ]*\n$|[\0-\b\v-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u;

/** A key that is longer than this stands after a question mark. */
const LONGEST_KEY = 1000;

/**
 * Returns API objects as YAML, byte for byte what `Yaml.stringify` of cdk8s writes, in a tenth of the time: that one
 * makes a tree of nodes of each object first, and asks each text for every tag of YAML 1.1.
 *
 * Only what is plain is written here. Each text that may need quotes is asked of the library, once; an object with a
 * text for which the indentation matters is left to it as a whole. A synth of ours never asks it.
 */
export function yamlText(objects: readonly JsonObject[]): string {
  return objects.map((object) => tryWrite(object) ?? Yaml.stringify(object)).join('---\n');
}

function tryWrite(object: JsonObject): string | undefined {
  try {
    return Object.keys(object).length === 0 ? '{}\n' : `${mapText(object, '').slice(1)}\n`;
  } catch (error) {
    if (error instanceof Awkward) return undefined;
    throw error;
  }
}

/** Ends the writing of an object that the library has to write. */
class Awkward extends Error {}

/** Returns the fields of a map, each on a line of its own with a line break before it. */
function mapText(map: JsonObject, indent: string): string {
  let text = '';
  for (const [key, value] of Object.entries(map)) {
    text += `\n${indent}${keyText(key)}:${valueText(value, indent)}`;
  }
  return text;
}

/** Returns what stands after the colon of a key. */
function valueText(value: Json | undefined, indent: string): string {
  const deeper = `${indent}  `;
  if (isList(value)) return value.length === 0 ? ' []' : listText(value, deeper);
  if (typeof value === 'object' && value !== null) {
    return Object.keys(value).length === 0 ? ' {}' : mapText(value, deeper);
  }
  return ` ${scalarText(value, deeper)}`;
}

function listText(list: readonly Json[], indent: string): string {
  let text = '';
  for (const item of list) text += `\n${indent}- ${itemText(item, `${indent}  `)}`;
  return text;
}

/** Returns an item, whose first line stands beside its dash. */
function itemText(item: Json, indent: string): string {
  if (isList(item)) return item.length === 0 ? '[]' : listText(item, indent).trimStart();
  if (typeof item === 'object' && item !== null) {
    return Object.keys(item).length === 0 ? '{}' : mapText(item, indent).slice(indent.length + 1);
  }
  return scalarText(item, indent);
}

function scalarText(value: Exclude<Json, object> | undefined, indent: string): string {
  if (typeof value === 'string') return value.includes('\n') ? blockText(value, indent) : lineText(value);
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) throw new Awkward();
  if (value === undefined) throw new Awkward();
  return JSON.stringify(value);
}

/** Returns a text of several lines as a literal block. */
function blockText(value: string, indent: string): string {
  if (AWKWARD_LINES.test(value)) throw new Awkward();
  const ends = value.endsWith('\n');
  const body = ends ? value.slice(0, -1) : value;
  return `|${ends ? '' : '-'}\n${indent}${body.replace(/\n+/g, `$&${indent}`)}`;
}

function keyText(key: string): string {
  if (key === '' || key.length > LONGEST_KEY || key.includes('\n')) throw new Awkward();
  return lineText(key);
}

/** Texts of one line as YAML: names of fields, labels and words come again and again. */
const writtenLines = new Map<string, string>();

function lineText(value: string): string {
  let written = writtenLines.get(value);
  if (written === undefined) {
    written = isPlain(value) ? value : quotedText(value);
    writtenLines.set(value, written);
  }
  return written;
}

/** Tells whether a text is itself in YAML. */
function isPlain(value: string): boolean {
  return PLAIN.test(value) && !MAY_BE_NUMBER.test(value) && !WORDS.has(value.toLowerCase());
}

function quotedText(value: string): string {
  if (COUNT.test(value) || WORDS.has(value)) return `"${value}"`;
  const written = Yaml.stringify(value).slice(0, -1);
  // A text that begins as a document does is indented at the top, and a list would be taken for one elsewhere.
  if (written.includes('\n')) throw new Awkward();
  return written;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
