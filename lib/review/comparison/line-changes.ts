import type { Json } from '../../validation/manifest';
import type { LineChange } from '../diff/object-change';
import { commonItems } from './common-items';

/** How many lines around a difference are shown. */
const CONTEXT = 3;

/** A text, and the same with secrets hidden, line by line. */
export type MaskedText = readonly [text: Json | undefined, masked: Json | undefined];

/** A line of both texts or of one, with where it stands in them. */
interface Line extends LineChange {
  readonly position: number;
}

/** Tells whether a value is a text of several lines. */
export function isMultiline(value: Json | undefined): value is string {
  return typeof value === 'string' && value.includes('\n');
}

/**
 * Returns what differs between two texts, line by line, with up to three lines around each difference, or undefined
 * where one of the two is there and no text.
 *
 * Lines are compared as they are and shown with secrets hidden, so that a secret that differs is seen to differ. Where
 * texts have more than 2000 lines that differ, all between the first and the last of these count as replaced.
 */
export function lineChanges(before: MaskedText, after: MaskedText): readonly LineChange[] | undefined {
  const [lines, laterLines] = [linesOf(before), linesOf(after)];
  if (lines === undefined || laterLines === undefined) return undefined;
  const all = alignedLines(lines, laterLines);
  return shownLines(all).map(({ line, afterGap }) => ({
    sign: line.sign,
    text: line.text,
    ...(afterGap && { afterGap }),
  }));
}

interface TextLines {
  readonly lines: readonly string[];
  readonly shown: readonly string[];
}

function linesOf([text, masked]: MaskedText): TextLines | undefined {
  if (text === undefined || text === '') return { lines: [], shown: [] };
  if (typeof text !== 'string' || typeof masked !== 'string') return undefined;
  return { lines: text.split('\n'), shown: masked.split('\n') };
}

function alignedLines(before: TextLines, after: TextLines): readonly Line[] {
  const numbers = new Map<string, number>();
  const [former, later] = [numbered(before.lines, numbers), numbered(after.lines, numbers)];
  const all: Line[] = [];
  const add = (sign: LineChange['sign'], { shown }: TextLines, from: number, to: number) => {
    for (let index = from; index < to; index += 1) all.push({ sign, text: shown[index] ?? '', position: all.length });
  };
  let [x, y] = [0, 0];
  for (const [one, other] of [...commonItems(former, later), [former.length, later.length] as const]) {
    add('-', before, x, one);
    add('+', after, y, other);
    if (one < former.length) add(' ', after, other, other + 1);
    [x, y] = [one + 1, other + 1];
  }
  return all;
}

function numbered(lines: readonly string[], numbers: Map<string, number>): readonly number[] {
  return lines.map((line) => {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    return number;
  });
}

function shownLines(all: readonly Line[]): readonly { readonly line: Line; readonly afterGap: boolean }[] {
  const isNear = new Set<number>();
  for (const { sign, position } of all) {
    if (sign === ' ') continue;
    for (let near = position - CONTEXT; near <= position + CONTEXT; near += 1) isNear.add(near);
  }
  const shown = all.filter(({ position }) => isNear.has(position));
  return shown.map((line, index) => ({
    line,
    afterGap: index > 0 && line.position !== (shown[index - 1]?.position ?? 0) + 1,
  }));
}
