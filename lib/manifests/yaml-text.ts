import { stringify } from 'yaml';
import type { Json, JsonObject } from '../validation/manifest';

/** A line that begins nothing in YAML: a word, a path, a flag or a command, in printable ASCII. */
const PLAIN = /^(?:[A-Za-z\d/]|--?[A-Za-z])(?:[!-9;-~]|:(?=[!-~])| (?=[ -"$-~]))*$/;

/**
 * What some reader of YAML takes for a number or a time, and more: from `7`, `e5` and `2024-01-01` to `0o755`, which
 * is one for kubectl only. A second dot ends it, so that `1.27.4` and addresses stay as they are.
 */
const MAY_BE_NUMBER = /^(?=\D*\d)(?:[\d_:eE+ \-tTzZ]*(?:\.[\d_:eE+ \-tTzZ]*)?|[-+]?[0_]+[bBoOxX].*)$/;

/** What YAML 1.1 takes for a switch, for nothing, or for a sign of its own; in small letters. */
const WORDS: ReadonlySet<string> = new Set('y yes true on n no false off null ~ = <<'.split(' '));

/** Characters that YAML does not show as they are, or that a reader refuses or takes for a line break. */
// eslint-disable-next-line no-control-regex -- these are the ones
const UNSHOWN = /[\0-\b\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** Lines of which a reader would take the indentation, or the white space at the end, for something else. */
const UNCLEAR_LINES = /^\n*(?:\t|\n$)|(?:^|\n)[\t ]+\n*$/;

/** A key that is longer than this, as it is written, stands after a question mark. */
const LONGEST_KEY = 1024;

/** Longer texts are rarely written twice. */
const LONGEST_KNOWN_LINE = 100;

/**
 * Returns API objects as YAML: as `Yaml.stringify` of cdk8s writes them, in a tenth of the time, as that one makes a
 * tree of nodes first and asks each text for every tag of YAML 1.1.
 *
 * What no reader can take for anything else is written as it is. Another text of one line is asked of the library,
 * once. Where the library writes what kubectl or another reader takes for something else, or nobody does, the text
 * stands in the quotes of JSON, which all of them read.
 */
export function yamlText(objects: readonly JsonObject[]): string {
  return objects.map((object) => `${itemText(object, '')}\n`).join('---\n');
}

/** Returns the fields of a map, each on a line of its own with a line break before it. */
function mapText(map: JsonObject, indent: string): string {
  let text = '';
  for (const [key, value] of Object.entries(map)) {
    text += `\n${indent}${keyText(key, indent)}:${valueText(value, indent)}`;
  }
  return text;
}

function keyText(key: string, indent: string): string {
  const written = key.includes('\n') ? quoted(key) : lineText(key);
  return written.length > LONGEST_KEY ? `? ${written}\n${indent}` : written;
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
  if (isList(item)) return item.length === 0 ? '[]' : listText(item, indent).slice(indent.length + 1);
  if (typeof item === 'object' && item !== null) {
    return Object.keys(item).length === 0 ? '{}' : mapText(item, indent).slice(indent.length + 1);
  }
  return scalarText(item, indent);
}

function scalarText(value: Exclude<Json, object> | undefined, indent: string): string {
  if (typeof value === 'string') return value.includes('\n') ? blockText(value, indent) : lineText(value);
  // These have no form in JSON.
  if (typeof value === 'number' && !Number.isFinite(value)) return byLibrary(value);
  return JSON.stringify(value ?? null);
}

/** Returns a text of several lines as a literal block, with how it is indented where it begins with spaces, and how it ends. */
function blockText(value: string, indent: string): string {
  if (UNCLEAR_LINES.test(value) || UNSHOWN.test(value)) return quoted(value);
  const deeper = /^\n* /.test(value) ? '2' : '';
  const end = value.endsWith('\n\n') ? '+' : value.endsWith('\n') ? '' : '-';
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  return `|${deeper}${end}\n${indent}${body.replace(/\n+(?!\n|$)/g, `$&${indent}`)}`;
}

/** Texts of one line as YAML: names of fields, labels and words come again and again. */
const writtenLines = new Map<string, string>();

function lineText(value: string): string {
  let written = writtenLines.get(value);
  if (written === undefined) {
    written = newLineText(value);
    if (value.length <= LONGEST_KNOWN_LINE) writtenLines.set(value, written);
  }
  return written;
}

function newLineText(value: string): string {
  if (MAY_BE_NUMBER.test(value) || WORDS.has(value.toLowerCase()) || UNSHOWN.test(value)) return quoted(value);
  if (PLAIN.test(value)) return value;
  const written = byLibrary(value);
  // What begins as a document does is a block at the top, and need not be one elsewhere.
  return written.includes('\n') ? quoted(value) : written;
}

/** Returns a text or number as cdk8s has the library write it. */
function byLibrary(value: string | number): string {
  return stringify(value, { lineWidth: 0, version: '1.1' }).slice(0, -1);
}

/** Returns a text in the quotes of JSON, without what readers of YAML refuse in them. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
