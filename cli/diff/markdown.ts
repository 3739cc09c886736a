import { visibleLine } from '../../lib/visible-text';

/** All that Markdown or HTML within it would take for more than itself, in the middle of a line. */
const ACTING = /[\\`*_[\]<>|&~#$@]/g;

/** Returns a text that others may have written a part of so that Markdown shows it as it is, on one line. */
export function plain(text: string): string {
  return visibleLine(text).replace(ACTING, (character) =>
    // A backslash before these is not understood by every viewer.
    character === '<' ? '&lt;' : character === '&' ? '&amp;' : character === '@' ? '&#64;' : `\\${character}`,
  );
}

/** Returns a text as code on one line. */
export function code(text: string): string {
  const line = visibleLine(text);
  const ticks = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${line === '' ? ' ' : line}${space}${ticks}`;
}

/** Returns a text as code for a cell of a table, which a pipe would end even there. */
export function codeInCell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Returns lines in a fence that is longer than any in them. */
export function fenced(language: string, lines: readonly string[]): string {
  // Not spread: a long list of arguments overflows the stack.
  const longest = lines.reduce((length, line) => Math.max(length, longestRun(line)), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Returns a table; its cells are Markdown on one line already. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
