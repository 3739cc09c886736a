import { isLiteralValue } from '../../../validation/secrets/literal-value';
import { namesSecret } from '../../../validation/secrets/secret-names';

/** As much of the end of a log as is looked at. */
const MOST_CHARACTERS = 64 * 1024;
const MOST_LINES = 120;
/** The longest line that is shown. */
const SHOWN_CHARACTERS = 300;
/** What is looked at of a line: a stack trace in one line of JSON is long. */
const READ_CHARACTERS = 2000;

const COLOURS = new RegExp(String.raw`\u001b\[[0-9;]{0,16}[A-Za-z]`, 'g');
const VALUE = String.raw`"[^"]{1,256}"|'[^']{1,256}'|[^\s"',;&)}\]]{1,256}`;
const SETTING = new RegExp(String.raw`(?<![\w.-])([A-Za-z0-9_.-]{1,64})(["']?\s{0,4}[=:]\s{0,4})(${VALUE})`, 'g');
const OPTION = new RegExp(
  String.raw`(?<![\w-])(--?(?:password|passwd|token|requirepass|masterauth))(\s+)(${VALUE})`,
  'gi',
);
const DIRECTIVE = new RegExp(String.raw`\b(requirepass|masterauth|identified\s+by)(\s+)(${VALUE})`, 'gi');
const IN_URL = /(:\/\/[^\s:@/"'<>]{0,256}:)[^\s@"'<>]{1,256}@/g;
const BEARER = /\b(Bearer|Basic|Negotiate)\s+[A-Za-z0-9+/=_.-]{8,}/g;
const BARE_TOKENS = /\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]{0,4096}){0,2}|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----.*/g;
const MASK = '***';

/** Returns the last lines of a log that say something, the newest last, as they are read by patterns. */
export function lastLines(log: string): readonly string[] {
  return log
    .slice(-MOST_CHARACTERS)
    .split(/\r?\n|\r/)
    .map((line) => line.slice(0, READ_CHARACTERS).replaceAll(COLOURS, '').trimEnd())
    .filter((line) => line !== '')
    .slice(-MOST_LINES);
}

/** Returns a line of a log as a finding shows it: what looks like a password is masked, and its length bounded. */
export function shownLine(line: string): string {
  const masked = maskedLine(line.trim());
  return masked.length <= SHOWN_CHARACTERS ? masked : `${masked.slice(0, SHOWN_CHARACTERS)}…`;
}

/** Returns a text with whatever looks like a password, token or key masked. */
export function maskedLine(line: string): string {
  return line
    .replaceAll(IN_URL, `$1${MASK}@`)
    .replaceAll(BEARER, `$1 ${MASK}`)
    .replaceAll(BARE_TOKENS, MASK)
    .replaceAll(OPTION, `$1$2${MASK}`)
    .replaceAll(DIRECTIVE, `$1$2${MASK}`)
    .replaceAll(SETTING, (whole, name: string, between: string, value: string) =>
      namesSecret(name) && isLiteralValue(value) ? `${name}${between}${MASK}` : whole,
    );
}
