import { asList, asObject, asText, kindOf } from '../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../validation/manifest';
import { HIDDEN } from './hidden';
import { maskedText } from './masked-text';
import { commandSecrets } from './secret-tokens';
import { isNoSecret, isSecretName, isSecretVariable } from './secret-word';

/** What kubectl keeps of what it applied: the whole object, as a text. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** A flag whose value is the next word. */
const FLAG = /^--?[\w.-]{1,128}$/;
/** How many words before a password are looked at for the program that takes it. */
const WORDS_BEFORE = 8;
const FILE_ENDING = /\.([a-z0-9]{1,10})$/i;

/** A value whose copy is still to be made, and how. */
interface Copying {
  readonly value: Json;
  /** The name of the setting or variable that has this value. */
  readonly name: string;
  /** Whether a value by this name is a secret, unless it is nothing or a reference. */
  readonly isNamedSecret: boolean;
  /** Whether all that is in it is secret. */
  readonly isSecret: boolean;
  readonly place: (copy: Json) => void;
}

/** Returns the object with every secret in it hidden; it has the same fields, items, and lines where it has texts. */
export function maskedObject(manifest: Manifest): Manifest {
  const isSecretKind = kindOf(manifest) === 'Secret';
  const fields: [string, Json | undefined][] = Object.entries(manifest.json);
  return {
    ...manifest,
    json: Object.fromEntries(
      fields.map(([name, value]) => {
        const isSecret = isSecretKind && (name === 'data' || name === 'stringData');
        return [name, isBinary(manifest, name) ? maskedFiles(value) : value && maskedValue(value, name, isSecret)];
      }),
    ),
  };
}

function maskedValue(value: Json, name: string, isSecret: boolean): Json {
  let masked: Json = value;
  const isNamedSecret = isSecretKey(name, value);
  const open: Copying[] = [{ value, name, isNamedSecret, isSecret, place: (copy) => (masked = copy) }];
  // Not by recursion, which would end on an object that is nested deeply.
  for (const copying of open) {
    const { value: original, place } = copying;
    if (Array.isArray(original)) place(copiedList(copying, asList(original), open));
    else if (typeof original === 'object' && original !== null) place(copiedFields(copying, asObject(original), open));
    else place(maskedScalar(copying));
  }
  return masked;
}

function copiedList({ name, isNamedSecret, isSecret }: Copying, items: readonly Json[], open: Copying[]): Json {
  const copy: Json[] = [];
  for (const [index, value] of items.entries()) {
    const flag = asText(items[index - 1]);
    const isOfFlag = FLAG.test(flag) && isSecretName(flag) && !asText(value).startsWith('-');
    if (isInCommand(items, index)) {
      copy[index] = HIDDEN;
      continue;
    }
    const [setting, isNamed] = isOfFlag ? [flag, true] : [name, isNamedSecret];
    open.push({ value, name: setting, isNamedSecret: isNamed, isSecret, place: (masked) => (copy[index] = masked) });
  }
  return copy;
}

/** Tells whether a word is what a program takes for a password: `-a` of redis-cli has no other mark. */
function isInCommand(words: readonly Json[], index: number): boolean {
  const word = asText(words[index]);
  if (index === 0 || word === '' || /\s/.test(word)) return false;
  const command = words.slice(Math.max(0, index - WORDS_BEFORE), index).map((before) => asText(before).slice(-64));
  const line = [...command, word].join(' ');
  return commandSecrets(line).some(([, end]) => end === line.length);
}

function copiedFields({ isSecret }: Copying, fields: JsonObject, open: Copying[]): Json {
  const copy = new Map<string, Json | undefined>(Object.entries(fields));
  const object = Object.fromEntries(copy);
  const variable = asText(fields['name']);
  for (const [name, value] of copy) {
    if (value === undefined) continue;
    const isVariable = name === 'value' && variable !== '';
    const isNested = typeof value === 'object' && value !== null;
    open.push({
      value,
      name: isVariable ? variable : name,
      isNamedSecret: isVariable ? isSecretVariable(variable) : isSecretKey(name, value),
      // A variable has a text; where something else was written, all that is in it was meant as one.
      isSecret: isSecret || name === LAST_APPLIED || (isVariable && isNested && isSecretVariable(variable)),
      // Not by assignment, which would take a key named __proto__ for the prototype.
      place: (masked) => Object.defineProperty(object, name, { value: masked }),
    });
  }
  return object;
}

function maskedScalar({ value, name, isNamedSecret, isSecret }: Copying): Json {
  if (value === null) return null;
  if (isSecret || (isNamedSecret && !isNoSecret(name, writtenAs(value)))) return HIDDEN;
  return typeof value === 'string' ? maskedText(value) : value;
}

function writtenAs(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A file that is called `tokens.yaml` has lines of its own; one called `db.password` is a password. */
function isSecretKey(name: string, value: Json): boolean {
  if (!isSecretName(name)) return false;
  const ending = FILE_ENDING.exec(name)?.[1] ?? '';
  return ending === '' || isSecretName(ending) || !asText(value).trim().includes('\n');
}

function isBinary(manifest: Manifest, name: string): boolean {
  return name === 'binaryData' && kindOf(manifest) === 'ConfigMap';
}

/** Base64 hides nothing: a file that holds a secret is not shown in it either. */
function maskedFiles(files: Json | undefined): Json | undefined {
  if (files === undefined || asObject(files) !== files) return files;
  return Object.fromEntries(
    Object.entries(asObject(files)).map(([name, file]) => {
      const text = Buffer.from(asText(file), 'base64').toString('latin1');
      return [name, isSecretName(name) || maskedText(text) !== text ? HIDDEN : file];
    }),
  );
}
