import { visibleLine } from '../../../visible-text';

/** Returns text of others as Markdown shows it: as it is, on one line, in a table or elsewhere. */
export function markdownText(text: string): string {
  return visibleLine(text).replace(/[\\`*_{}[\]<>#|&~!$]/g, (sign) => `\\${sign}`);
}

/**
 * Returns text of others as Mermaid shows it within quotes: whatever is more than a letter, a digit or a harmless sign
 * is its number, so that it ends neither the quotes nor the block of code.
 */
export function mermaidText(text: string): string {
  return visibleLine(text).replace(/[^\p{L}\p{N} .,:/@_-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}
