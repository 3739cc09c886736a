import type { Text } from '../../text';
import { asObject } from '../../validation/manifest';
import type { Json } from '../../validation/manifest';

/** Longer ones would make no sentence. */
const LONGEST_SHOWN = 80;

/** Returns a value as a sentence shows it, or undefined where it is too long or nested. */
export function tryShown(value: Json | undefined): string | undefined {
  const text = written(value);
  return text === undefined || text.length > LONGEST_SHOWN ? undefined : text;
}

/** Returns a value as a sentence in each language shows it, or undefined where it is too long or nested. */
export function tryShownText(value: Json | undefined): Text | undefined {
  const text = tryShown(value);
  if (text === undefined) return undefined;
  return { en: text, zh: value === undefined || value === null ? '未设置' : text };
}

/** Returns a word as it stands in a Chinese sentence: with spaces around it unless it is Chinese itself. */
export function inChinese(word: string): string {
  return /^[\u4e00-\u9fff]+$/.test(word) ? word : ` ${word} `;
}

/** Returns labels as a sentence shows them, as in `app=web, tier=front`. */
export function shownLabels(labels: Json | undefined): string {
  return Object.entries(asObject(labels))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .sort()
    .join(', ');
}

function written(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return 'not set';
  if (value === '') return '""';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    return value.every((item) => typeof item !== 'object') ? value.map(String).join(', ') : undefined;
  }
  const { matchLabels, ...rest } = asObject(value);
  return matchLabels !== undefined && Object.keys(rest).length === 0 ? shownLabels(matchLabels) : undefined;
}

/** Returns a value as one word of a sentence: nothing for one that is not there, JSON for what should have been a word. */
export function wordOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
