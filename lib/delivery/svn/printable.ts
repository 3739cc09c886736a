/**
 * Control characters but the line break and the tab, and those that turn the direction of writing: in a terminal they
 * could hide or forge a line.
 */
const NOT_PRINTABLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Returns text that others wrote so that a terminal shows it, and does nothing else. */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(NOT_PRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Returns text that others wrote as one line. */
export function printableLine(text: string): string {
  return printable(text.trim().replace(/\s+/g, ' '));
}
