import { markup, Markup } from './markup';
import type { MarkupValue } from './markup';

const MAY_BREAK = new Markup('<wbr>');

/** Returns values one below the other; one alone is no list. */
export function items(values: readonly MarkupValue[]): MarkupValue {
  if (values.length <= 1) return values[0];
  return markup`<ul class="plain">${values.map((value) => markup`<li>${value}</li>`)}</ul>`;
}

/** Returns a path, image or address that a narrow cell may break behind its separators. */
export function breakable(text: string): Markup {
  return breakableAt(text, /(?<=[/:@])/);
}

/** Returns the path of a field that a narrow cell may break behind its dots and before its brackets. */
export function breakableField(field: string): Markup {
  return breakableAt(field, /(?<=[./])|(?=\[)/);
}

function breakableAt(text: string, separator: RegExp): Markup {
  const parts = text.split(separator);
  return markup`${parts.map((part, index) => [index === 0 ? undefined : MAY_BREAK, part])}`;
}
