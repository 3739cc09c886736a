import { visibleText } from '../../../visible-text';

/** Text that a browser may read as HTML, since every part of it was written here or escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text and numbers are escaped, markup is not, and nothing is nothing. */
export type MarkupValue = Markup | string | number | undefined | readonly MarkupValue[];

/**
 * Builds HTML from a template in which every value is escaped that is not itself built so. Whoever forgets to think of
 * hostile names gets text, never code: in content and in quoted attributes alike.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += `${escaped(value)}${parts[index + 1] ?? ''}`;
  return new Markup(text);
}

/** Returns text as HTML shows it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function escaped(value: MarkupValue): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(escaped).join('');
}
