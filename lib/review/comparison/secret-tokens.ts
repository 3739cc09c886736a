import type { SecretPart } from './hidden';
import { isReference } from './secret-word';

/** What is a secret wherever it stands. Every repetition that something must follow is bounded. */
const TOKENS: readonly RegExp[] = [
  /(?<![A-Za-z0-9])A(?:KI|SI)A[A-Z0-9]{16}/g,
  /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{20,}/g,
  /(?<![A-Za-z0-9])github_pat_\w{20,}/g,
  /(?<![A-Za-z0-9])glpat-[\w-]{16,}/g,
  /(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,}/g,
  // A JSON web token.
  /(?<![\w-])eyJ[\w-]{8,4096}\.eyJ[\w-]+(?:\.[\w-]*)?/g,
  // A private key in base64.
  /LS0tLS1CRUdJTi(?:BQUklWQVRF|BSU0EgUFJJVkFUR|BFQyBQUklWQVRF|BPUEVOU1NIIFBSSVZBVE|BFTkNSWVBURUQgUFJJVkFUR)[A-Za-z0-9+/=]*/g,
  /(?<=\b(?:Bearer|Basic) {1,4})[\w.~+/=-]{8,}/gi,
  /(?<=\bidentified (?:with \S{1,64} )?by \\?['"])[^'"\\]+/gi,
  // A line of .netrc.
  /(?<=\blogin\s{1,8}\S{1,64}\s{1,8}password\s{1,8})\S+/gi,
  // A user of a Redis ACL.
  /(?<=\buser\s{1,8}\S{1,64}\s[^>]{0,256}\s[>#])\S+/gi,
];
/** What programs take for a password after a flag of one letter, in a command up to its end. */
const COMMANDS: readonly RegExp[] = [
  /(?<=\bredis-(?:cli|benchmark)\b[^|;&]{0,256}\s-a\s{1,4})[^\s-]\S*/g,
  /(?<=\b(?:mysql\w{0,16}|mariadb[\w-]{0,16})\b[^|;&]{0,256}\s-p)\S+/g,
  /(?<=\bmongo\w{0,16}\b[^|;&]{0,256}\s-p\s{1,4})[^\s-]\S*/g,
  /(?<=\bcurl\b[^|;&]{0,256}\s(?:-u|--user)[\s=]{0,4}[^\s:]{1,64}:)[^\s"']+/g,
  /(?<=\bsshpass\b[^|;&]{0,64}\s-p\s{0,4})\S+/g,
];
const COMMAND_HINT = /redis-|mysql|mariadb|mongo|curl|sshpass/;
const TOKEN_HINT = /A[KS]IA|gh[pousr]_|github_pat|glpat|xox|eyJ|LS0tLS1|bearer|basic|identified|user|login/i;

const WORD = /[^\s"'`<>]+/g;
/** An address of the MySQL driver of Go. */
const DRIVER = /^([\w.-]{1,64}:)(.+)@(?:tcp|unix)\(/;

/** Returns the secrets in a line that show by what they look like, and passwords in addresses: `https://user:x@host`. */
export function secretTokens(line: string): readonly SecretPart[] {
  const tokens = TOKEN_HINT.test(line) ? partsOf(line, TOKENS) : [];
  const addresses = line.includes('@') ? passwordsInAddresses(line) : [];
  return [...tokens, ...addresses, ...commandSecrets(line)];
}

/** Returns the passwords that a program is given in a command after a flag of one letter: `redis-cli -a x`. */
export function commandSecrets(line: string): readonly SecretPart[] {
  if (!COMMAND_HINT.test(line)) return [];
  return partsOf(line, COMMANDS);
}

function partsOf(line: string, patterns: readonly RegExp[]): readonly SecretPart[] {
  return patterns.flatMap((pattern) =>
    [...line.matchAll(pattern)].flatMap(({ 0: text, index }) =>
      isReference(text.replace(/^["']|["']$/g, '')) ? [] : [part(index, text.length)],
    ),
  );
}

function passwordsInAddresses(line: string): readonly SecretPart[] {
  return [...line.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const [start, end] = passwordIn(word) ?? [0, 0];
    return end > start ? [part(index + start, end - start)] : [];
  });
}

/** From the first password to the last `@`: what is between two addresses in one word is hidden with them. */
function passwordIn(word: string): SecretPart | undefined {
  const end = word.lastIndexOf('@');
  if (end === -1) return undefined;
  const driver = DRIVER.exec(word);
  if (driver !== null) return hiddenUnlessReference(word, driver[1]?.length ?? 0, end);
  for (let scheme = word.indexOf('://'); scheme !== -1 && scheme < end; scheme = word.indexOf('://', scheme + 3)) {
    const [user] = /^[^:@/?#]{0,256}/.exec(word.slice(scheme + 3, scheme + 260)) ?? [''];
    const colon = scheme + 3 + user.length;
    // A port is no password, though an `@` may follow in the path.
    if (word[colon] === ':' && !/^:\d{1,5}(?:[/?,#]|$)/.test(word.slice(colon, colon + 7)))
      return hiddenUnlessReference(word, colon + 1, end);
  }
  return undefined;
}

function hiddenUnlessReference(word: string, start: number, end: number): SecretPart | undefined {
  return isReference(word.slice(start, end)) ? undefined : [start, end];
}

function part(start: number, length: number): SecretPart {
  return [start, start + length];
}
