import { stringify } from 'yaml';
import type { Json } from '../../validation/manifest';
import { excerpts } from './excerpts';
import type { FieldChange, LineChange } from './object-change';

/** A changed field in a form that a page or a terminal shows. */
export interface FieldView {
  readonly path: string;
  /** On one line. @default none: the field is new, or its values stand in `lines` */
  readonly before?: string;
  /** On one line. @default none: the field is removed, or its values stand in `lines` */
  readonly after?: string;
  /** What differs, line by line; empty where both values are on one line. */
  readonly lines: readonly LineChange[];
  /** How many more lines there are. */
  readonly hiddenLines: number;
}

/** A value longer than this on one line stands as a block of YAML. */
const MAX_INLINE = 72;

/** The lines of a text that differ are what a reviewer came for; the fields of a whole object are told by their first. */
const MAX_TEXT_LINES = 60;
const MAX_BLOCK_LINES = 16;

/** No aliases: a value that is there twice is written twice. */
const YAML_FORM = { lineWidth: 0, aliasDuplicateObjects: false } as const;

/** Returns a field with its values as short as they can be judged by: no text of any length fills a screen. */
export function fieldView({ path, before, after, lines }: FieldChange): FieldView {
  if (lines !== undefined) return blockView(path, lines, MAX_TEXT_LINES);
  const former = inline(before);
  const next = inline(after);
  if ((before !== undefined && former === undefined) || (after !== undefined && next === undefined)) {
    return blockView(path, [...signed('-', before), ...signed('+', after)], MAX_BLOCK_LINES);
  }
  const shown = excerpts(former, next);
  return {
    path,
    ...(shown.before === undefined ? {} : { before: shown.before }),
    ...(shown.after === undefined ? {} : { after: shown.after }),
    lines: [],
    hiddenLines: 0,
  };
}

function blockView(path: string, lines: readonly LineChange[], bound: number): FieldView {
  // One more line is shown rather than a line that says so.
  const shown = lines.length <= bound + 1 ? lines : lines.slice(0, bound);
  return {
    path,
    lines: shown.map((line) => ({ ...line, text: excerpts(line.text, undefined).before ?? '' })),
    hiddenLines: lines.length - shown.length,
  };
}

/** Returns a value on one line, or undefined where it takes several. */
function inline(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.includes('\n') ? undefined : scalar(value);
  if (value === null || typeof value !== 'object') return String(value);
  const text = JSON.stringify(value);
  if (text.length > MAX_INLINE) return undefined;
  const flow = stringify(value, { ...YAML_FORM, collectionStyle: 'flow' }).trim();
  return flow.includes('\n') ? text : flow;
}

/** Quotes a text only where it would read as something else. */
function scalar(text: string): string {
  const isPlain =
    /^[^\s"'][^"']*$/.test(text) && text.trim() === text && !/^(?:true|false|null|~|[-+.\d]+)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function signed(sign: '-' | '+', value: Json | undefined): readonly LineChange[] {
  if (value === undefined) return [];
  const text = typeof value === 'string' ? value : stringify(value, YAML_FORM);
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => ({ sign, text: line }));
}
