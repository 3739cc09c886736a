import type { SecretPart } from './hidden';
import { isCode, isNoSecret, isSecretName } from './secret-word';

/** A setting of which the line says the name, and the value only a later line. */
export interface OpenSetting {
  /** White space before the line of its name. */
  readonly indent: number;
  /** Whether what follows is its value for certain, as after `password: |`. */
  readonly isBlock: boolean;
}

/** The secrets in a line. */
export interface SettingsInLine {
  readonly parts: readonly SecretPart[];
  /** @default none: every setting has its value in the line */
  readonly open?: OpenSetting;
}

const NAME = /[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}/g;
/** Without one of these in it no name is that of a secret. */
const SECRET_HINT = /pass|pwd|pw|secret|token|key|credential|auth|cookie|value/i;
/** Quotes may be escaped: JSON in JSON. */
const SEPARATOR = /\\{0,4}["'`]?\]?\s{0,16}(?::=|=>|[=:])[ \t]{0,64}/y;
const SPACES = /[ \t]{1,64}(?=[^\s-])/y;
const SPACES_AND_QUOTE = /[ \t]{1,64}(?=["'])/y;
const XML_END = />\s{0,64}(?=[^<])/y;
/** What may stand before the name of a setting that has the rest of the line as its value. */
const LINE_START = /^(?:[\s\-"'?#;/]|export |set |ENV |ARG |SET )*$/;
const DIRECTIVE = /^(?:requirepass|masterauth|bindpw|rootpw)$/i;
/** A reference is followed by other words in scripts: `PASSWORD=$(cat file) exec …`. */
const REFERENCE_START = /^(?:\$\{[\w.]{1,256}\}|\$\(|\$[A-Z_][A-Z0-9_]*(?![\w!-])|\{\{)/;
const SUBSTITUTION = /\$\([^()]{1,256}\)/y;
const WORD = /[^\s"'`<]+/y;
const QUOTE = /["'`]/;
const OPENING = /\\{0,4}["'`]/y;
const BLOCK = /^[|>][-+0-9]{0,2}\s*(?:#.*)?$/;
const NESTED = /^\{\s*(?:$|["'\w\\}]+\s*[:=}]|[%}])/;
/** A variable that another object names: `name: DB_PASSWORD` with `value: …` after it. */
const NAMED = /["']?name["']?\s{0,8}[:=]\s{0,8}["']?([\w.-]{1,128})|<name>\s{0,8}([\w.-]{1,128})\s{0,8}<\/name>/gi;

/**
 * Returns the values in a line of a configuration file or script that belong to names of secrets: `password = x`,
 * `"apiKey": "x"`, `--password x`, `requirepass x`, `<password>x</password>`.
 *
 * @param isNamed whether a line shortly before gave the name of a secret whose `value` may follow
 */
export function settingsInLine(line: string, isNamed: boolean): SettingsInLine {
  const parts: SecretPart[] = [];
  const named = isNamed ? 0 : startOfNamed(line);
  let from = 0;
  for (const match of line.matchAll(NAME)) {
    const [name] = match;
    // What is inside a value is no name.
    if (match.index < from || !SECRET_HINT.test(name)) continue;
    const isNamedValue = named !== undefined && match.index >= named && /^value$/i.test(name);
    if (!isNamedValue && !isSecretName(name)) continue;
    const value = valueAfter(line, name, match.index);
    if (value === undefined) continue;
    const [start, end] = value;
    const text = line.slice(start, end);
    if (isOpen(text)) return { parts, open: { indent: line.search(/\S/), isBlock: BLOCK.test(text.trim()) } };
    if (NESTED.test(text)) continue;
    if (isNoSecret(name, text) || isCode(line.slice(start, start + 512))) continue;
    parts.push([start, end]);
    from = end;
  }
  return { parts };
}

/** Tells whether a line gives the name of a secret whose value stands in another: `name: DB_PASSWORD`. */
export function namesSetting(line: string): boolean {
  return startOfNamed(line) !== undefined;
}

function startOfNamed(line: string): number | undefined {
  if (!/name/i.test(line)) return undefined;
  for (const match of line.matchAll(NAMED)) {
    if (isSecretName(match[1] ?? match[2] ?? '')) return match.index + match[0].length;
  }
  return undefined;
}

function valueAfter(line: string, name: string, index: number): SecretPart | undefined {
  const end = index + name.length;
  if (line[index - 1] === '<') return xmlValue(line, end);
  const separated = endOf(SEPARATOR, line, end);
  if (separated !== undefined) return separatedValue(line, index, [end, separated]);
  const isFlag = line[index - 1] === '-';
  const isDirective = DIRECTIVE.test(name) && isLineStart(line, index);
  const spaced = endOf(isFlag || isDirective ? SPACES : SPACES_AND_QUOTE, line, end);
  return spaced === undefined ? undefined : extent(line, spaced, false);
}

function separatedValue(line: string, index: number, [end, from]: SecretPart): SecretPart {
  const quote = line[index - 1] ?? '';
  // In `-H "X-Token: x y"` the quote holds name and value.
  if (QUOTE.test(quote) && !line.slice(end, from).includes(quote)) {
    const close = line.indexOf(quote, from);
    return [from, close === -1 ? line.length : close];
  }
  return extent(line, from, isLineStart(line, index) && !REFERENCE_START.test(line.slice(from, from + 300)));
}

function xmlValue(line: string, from: number): SecretPart | undefined {
  const start = endOf(XML_END, line, from);
  if (start === undefined) return undefined;
  const end = line.indexOf('<', start);
  return [start, end === -1 ? line.length : end];
}

/** In a quote up to its end; otherwise up to the end of the line or of the word. */
function extent(line: string, from: number, isWhole: boolean): SecretPart {
  const start = endOf(OPENING, line, from);
  if (start === undefined) return [from, isWhole ? line.trimEnd().length : endOfWord(line, from)];
  const quote = line.slice(from, start);
  let end = line.indexOf(quote, start);
  // A quote with more backslashes before it is part of the value.
  while (end > start && line[end - 1] === '\\') end = line.indexOf(quote, end + 1);
  return [start, end === -1 ? line.length : end];
}

function endOfWord(line: string, from: number): number {
  return endOf(SUBSTITUTION, line, from) ?? endOf(WORD, line, from) ?? from;
}

function isLineStart(line: string, index: number): boolean {
  return index < 200 && LINE_START.test(line.slice(0, index));
}

function isOpen(text: string): boolean {
  return text.trim() === '' || BLOCK.test(text.trim());
}

function endOf(pattern: RegExp, line: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}
