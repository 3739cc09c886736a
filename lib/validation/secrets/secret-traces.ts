import { allMatches } from './all-matches';
import { isComment } from './configuration-lines';
import { isLiteralText, isLiteralValue } from './literal-value';

/** A secret that stands in a text. Never its value. */
export interface SecretTrace {
  /** What it is: `a private key`. */
  readonly what: string;
  /** The line that it begins in, from 1. */
  readonly line: number;
}

/** What is a secret wherever it stands, also in a comment. Base64 of a private key begins as the key does. */
const KEYS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/g, 'a private key'],
  [/LS0tLS1CRUdJTi(?:BQUklWQVRF|BSU0EgUFJJVkFUR|BFQyBQUklWQVRF|BPUEVOU1NIIFBSSVZBVE)/g, 'a private key'],
  [/(?<![A-Za-z0-9])A(?:KI|SI)A[A-Z0-9]{16}(?![A-Za-z0-9])/g, 'an access key of AWS'],
  [/(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36}/g, 'a token of GitHub'],
  [/(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10}/g, 'a token of Slack'],
];

// Every repetition is bounded, since otherwise a long line would be read again from each of its places. Lines are read
// in small letters: patterns that take both kinds are several times as dear to compile.
const VALUE = String.raw`("[^"]{1,256}"|'[^']{1,256}'|[^\s"',;&]{1,256})`;
const SETTING = String.raw`(?:password|passwd|passphrase|requirepass|masterauth|bindpw|rootpw|(?:secret|api|private|access)[_-]?key|client[_-]?secret|(?:auth|access|bearer)[_-]?token)`;

/** A setting with its value: `password = x`, `"api_key": "x"`, `--password=x`. */
const ASSIGNED = new RegExp(
  String.raw`(?<![A-Za-z0-9])["']?([A-Za-z0-9_.-]{0,64}?${SETTING})["']?\s{0,8}(?::=|=>|=|:)\s{0,8}${VALUE}`,
  'g',
);
/** A directive with its value after a space, as Redis and OpenLDAP have them. */
const DIRECTIVE = new RegExp(String.raw`^\s*(?:--)?(requirepass|masterauth|bindpw|rootpw)\s+${VALUE}`, 'g');
/** A user of a Redis ACL with a password. */
const ACL_USER = /^\s*(user)\s+\S{1,64}\s[^>]{0,256}\s>(\S+)/g;
/** An account that SQL makes. */
const ACCOUNT = /\b(identified\s+(?:with\s+\S{1,64}\s+)?by|password)\s+('[^']{1,256}'|"[^"]{1,256}")/g;
/** What sets a secret in a line: the name first, and at the end the value. */
const SETTINGS = [ASSIGNED, DIRECTIVE, ACL_USER, ACCOUNT];
/** A property of Hadoop or an element of XML. */
const XML_PROPERTIES = [
  new RegExp(
    String.raw`<name>\s{0,8}([^<\s]{0,128}${SETTING})\s{0,8}</name>\s{0,200}<value>([^<]{1,256})</value>`,
    'gi',
  ),
  /<([a-z_.-]{0,32}(?:password|passwd))>([^<]{1,256})<\//gi,
];
/** A URL, or an address of the MySQL driver of Go, with a password. */
const CONNECTIONS = [
  /:\/\/[^\s:@/"'<>]{0,256}:([^\s@/"'<>]{1,256})@/g,
  /(?<![\w.-])[\w.-]{1,64}:([^\s@:/]{1,256})@(?:tcp|unix)\(/g,
];

/** Words without which no line has a setting; to look for them first is what makes long texts quick. */
const SETTING_WORD = new RegExp(String.raw`${SETTING}|identified|(?:^|\s)user\s`);

/** What every key has in it. */
const KEY_HINT = /PRIVATE|LS0tLS1CRU|A(?:KI|SI)A|gh[pousr]_|xox/;

const NONE: readonly SecretTrace[] = [];
const NOTHING: readonly string[] = [];

/** Returns the secrets that stand in a text as they are, such as a configuration file or a script, in order of lines. */
export function secretTraces(text: string): readonly SecretTrace[] {
  // Most texts have nothing of what every secret has in it or beside it, and need not be looked through.
  const [mayHoldKey, maySet] = [KEY_HINT.test(text), hasSettingWord(text)];
  if (!mayHoldKey && !maySet && !text.includes('@')) return NONE;
  const traces: SecretTrace[] = [];
  if (mayHoldKey) {
    for (const [pattern, what] of KEYS) {
      for (const { line } of matchesByLine(text, pattern)) traces.push({ what, line });
    }
  }
  if (maySet && text.includes('</')) {
    for (const { match, line } of XML_PROPERTIES.flatMap((pattern) => matchesByLine(text, pattern))) {
      if (isSetting(match)) traces.push({ what: settingText(match), line });
    }
  }
  for (const [index, line] of text.split('\n').entries()) {
    for (const what of tracesInLine(line, maySet)) traces.push({ what, line: index + 1 });
  }
  return traces.sort((one, other) => one.line - other.line);
}

/** @param textMaySet whether a line of the text has a word of settings */
function tracesInLine(line: string, textMaySet: boolean): readonly string[] {
  const [maySet, mayConnect] = [textMaySet && hasSettingWord(line), line.includes('@')];
  if ((!maySet && !mayConnect) || isComment(line)) return NOTHING;
  const settings = maySet ? settingsIn(line).filter(isSetting) : [];
  const connections = mayConnect
    ? CONNECTIONS.flatMap((pattern) => allMatches(line, pattern)).filter(([, password = '']) => isLiteralText(password))
    : [];
  return [...settings.map(settingText), ...connections.map(() => 'a password in a connection string')];
}

function hasSettingWord(text: string): boolean {
  return SETTING_WORD.test(text.toLowerCase());
}

/** Returns what the matches of settings say, each in the letters in which the line has it. */
function settingsIn(line: string): readonly (readonly string[])[] {
  // Not all of Unicode: a letter may become two in it, or one that a word above has.
  const small = line.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return SETTINGS.flatMap((pattern) =>
    allMatches(small, pattern).map(({ 0: match, 1: name = '', 2: value = '', index }) => {
      const [start, end] = [index + match.indexOf(name), index + match.length];
      return [line.slice(index, end), line.slice(start, start + name.length), line.slice(end - value.length, end)];
    }),
  );
}

function isSetting([, , value = '']: readonly string[]): boolean {
  return isLiteralValue(value);
}

function settingText([, name = '']: readonly string[]): string {
  return `a literal value of ${name.replace(/^[-.]+/, '')}`;
}

function matchesByLine(text: string, pattern: RegExp) {
  let [line, from] = [1, 0];
  return allMatches(text, pattern).map((match) => {
    // Counted from one match to the next: a text may be long, and full of them.
    line += text.slice(from, match.index).split('\n').length - 1;
    from = match.index;
    return { match, line };
  });
}
