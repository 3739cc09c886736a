import { HIDDEN, withHidden } from './hidden';
import { namesSetting, settingsInLine } from './secret-settings';
import type { OpenSetting } from './secret-settings';
import { secretTokens } from './secret-tokens';

/** Without one of these there is no secret in a text that could be told; to look for it first makes long texts quick. */
const HINT =
  /pass|pwd|pw\b|secret|token|key|credential|auth|cookie|@|A[KS]IA|gh[pousr]_|github_pat|glpat|xox|eyJ|LS0tLS1|bearer|basic|identified|user|redis-|mysql|mariadb|mongo|curl/i;
const KEY_START = /-----BEGIN (?:[A-Z]{1,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----/;
const KEY_END = /-----END [A-Z ]{1,40}-----/;
const KEY_LINE = /^[\s#"'>|]*(?:[A-Za-z0-9+/=]+|(?:Proc-Type|DEK-Info|Version|Comment):.*|)["',\\]*\s*$/;
const ENCODED_HINT = /[A-Za-z0-9+/_-]{20}/;
const ENCODED = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
// oxlint-disable-next-line no-control-regex -- what has control characters is no text that somebody encoded
const READABLE = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]+$/;
/** How many lines after a name its value may stand: `name`, `value` of a variable or a property. */
const NAMED_LINES = 3;
/** A line that is a setting of its own, or ends one. */
const OTHER_SETTING = /^\s*(?:- )?["']?[\w.-]+["']?\s*[:=]|^\s*[}\]<]/;

/**
 * Returns a text with the secrets in it hidden, in as many lines: values of settings that are called like one, passwords
 * in addresses, private keys and tokens, and all of these in base64.
 *
 * It hides more than the rule about secrets in the YAML finds, comments and defaults too: a value that is hidden in
 * vain costs a look into the file, one that is shown has to be changed.
 */
export function maskedText(text: string): string {
  const masked = maskedLines(text);
  if (!ENCODED_HINT.test(masked)) return masked;
  return masked.replace(ENCODED, (word) => (hasSecret(word) ? HIDDEN : word));
}

/** Base64 hides nothing: what is a secret in plain text is one in it. */
function hasSecret(word: string): boolean {
  const text = Buffer.from(word, 'base64').toString('utf8');
  return READABLE.test(text) && maskedLines(text) !== text;
}

function maskedLines(text: string): string {
  if (!HINT.test(text)) return text;
  const masking = new Masking();
  return text
    .split('\n')
    .map((line) => masking.next(line))
    .join('\n');
}

/** The lines of a text, one after the other: a secret may begin in one and go on in the next. */
class Masking {
  private open?: OpenSetting;
  private isInKey = false;
  private namedLines = 0;

  next(line: string): string {
    return this.keyLine(line) ?? this.valueLine(line) ?? this.line(line);
  }

  private keyLine(line: string): string | undefined {
    const start = KEY_START.exec(line);
    if (start !== null) {
      const from = start.index + start[0].length;
      const end = from + line.slice(from).search(KEY_END);
      this.isInKey = end < from;
      return withHidden(line, [[from, this.isInKey ? line.length : end]]);
    }
    if (!this.isInKey) return undefined;
    this.isInKey = !KEY_END.test(line) && KEY_LINE.test(line);
    return this.isInKey ? hiddenLine(line) : undefined;
  }

  /** A line of a value that began before: deeper than its name, and no setting by itself. */
  private valueLine(line: string): string | undefined {
    if (this.open === undefined || line.trim() === '') return undefined;
    const { indent, isBlock } = this.open;
    const isDeeper = line.search(/\S/) > indent || (!isBlock && /^\s*(?:- |["'])/.test(line));
    if (isDeeper && (isBlock || !OTHER_SETTING.test(line))) return hiddenLine(line);
    this.open = undefined;
    return undefined;
  }

  private line(line: string): string {
    this.namedLines = namesSetting(line) ? NAMED_LINES : this.namedLines - 1;
    const { parts, open } = settingsInLine(line, this.namedLines > 0 && this.namedLines < NAMED_LINES);
    const goesOn = parts.at(-1)?.[1] === line.trimEnd().length && line.trimEnd().endsWith('\\');
    // A line that ends with a backslash goes on in the next, wherever that begins.
    this.open = goesOn ? { indent: -1, isBlock: false } : open;
    return withHidden(line, [...parts, ...secretTokens(line)]);
  }
}

function hiddenLine(line: string): string {
  const indent = line.search(/\S/);
  return indent === -1 ? line : `${line.slice(0, indent)}${HIDDEN}`;
}
