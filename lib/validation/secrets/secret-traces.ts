import { allMatches } from './all-matches';
import { configurationLines } from './configuration-lines';
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

// Every repetition is bounded, since otherwise a long line would be read again from each of its places.
const VALUE = String.raw`("[^"]{1,256}"|'[^']{1,256}'|[^\s"',;&]{1,256})`;
const SETTING = String.raw`(?:password|passwd|passphrase|requirepass|masterauth|bindpw|rootpw|(?:secret|api|private|access)[_-]?key|client[_-]?secret|(?:auth|access|bearer)[_-]?token)`;

/** A setting with its value: `password = x`, `"api_key": "x"`, `--password=x`. */
const ASSIGNED = new RegExp(
  String.raw`(?<![A-Za-z0-9])["']?([A-Za-z0-9_.-]{0,64}?${SETTING})["']?\s{0,8}(?::=|=>|=|:)\s{0,8}${VALUE}`,
  'gi',
);
/** A directive with its value after a space, as Redis and OpenLDAP have them. */
const DIRECTIVE = new RegExp(String.raw`^\s*(?:--)?(requirepass|masterauth|bindpw|rootpw)\s+${VALUE}`, 'gi');
/** A user of a Redis ACL with a password. */
const ACL_USER = /^\s*(user)\s+\S{1,64}\s[^>]{0,256}\s>(\S+)/gi;
/** An account that SQL makes. */
const ACCOUNT = /\b(identified\s+(?:with\s+\S{1,64}\s+)?by|password)\s+('[^']{1,256}'|"[^"]{1,256}")/gi;
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
const SETTING_WORD = new RegExp(String.raw`${SETTING}|identified|(?:^|\s)user\s`, 'i');

/** What every key has in it. */
const KEY_HINT = /PRIVATE|LS0tLS1CRU|A(?:KI|SI)A|gh[pousr]_|xox/;

/** What every secret has in it or beside it. Most texts have nothing of this, and need not be looked through. */
const ANY_HINT = new RegExp(`@|${KEY_HINT.source}|${SETTING_WORD.source}`, 'i');

const NONE: readonly SecretTrace[] = [];

/** Returns the secrets that stand in a text as they are, such as a configuration file or a script, in order of lines. */
export function secretTraces(text: string): readonly SecretTrace[] {
  if (!ANY_HINT.test(text)) return NONE;
  const traces: SecretTrace[] = [];
  if (KEY_HINT.test(text)) {
    for (const [pattern, what] of KEYS) {
      for (const { line } of matchesByLine(text, pattern)) traces.push({ what, line });
    }
  }
  if (text.includes('<')) {
    for (const { match, line } of XML_PROPERTIES.flatMap((pattern) => matchesByLine(text, pattern))) {
      if (isSetting(match)) traces.push({ what: settingText(match), line });
    }
  }
  for (const { number: line, text: words } of configurationLines(text)) {
    for (const what of tracesInLine(words)) traces.push({ what, line });
  }
  return traces.sort((one, other) => one.line - other.line);
}

function tracesInLine(line: string): readonly string[] {
  const [maySet, mayConnect] = [SETTING_WORD.test(line), line.includes('@')];
  if (!maySet && !mayConnect) return [];
  const settings = maySet
    ? [ASSIGNED, DIRECTIVE, ACL_USER, ACCOUNT].flatMap((pattern) => allMatches(line, pattern)).filter(isSetting)
    : [];
  const connections = mayConnect
    ? CONNECTIONS.flatMap((pattern) => allMatches(line, pattern)).filter(([, password = '']) => isLiteralText(password))
    : [];
  return [...settings.map(settingText), ...connections.map(() => 'a password in a connection string')];
}

function isSetting([, , value = '']: RegExpMatchArray): boolean {
  return isLiteralValue(value);
}

function settingText([, name = '']: RegExpMatchArray): string {
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
