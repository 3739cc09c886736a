import type { Text } from '../../../text';
import { maskedLine } from './log-lines';

/** What a line of a log means. */
export interface LogPattern {
  /** Linear, with every repetition bounded where another may follow: logs are long, and not ours. */
  readonly sign: RegExp;
  /** What is wrong; `$1` stands for what the first group of the sign found. */
  readonly wrong: Text;
  /** What to do, one or two sentences; `$1` as above. */
  readonly remedy: Text;
  /** The field to change, below the container; with a leading `/`, below the Pod's spec. @default the container itself */
  readonly field?: string;
}

/** A pattern that a line of a log fits. */
export interface FoundPattern {
  readonly pattern: LogPattern;
  readonly line: string;
  /** What the groups of the sign found, from the first one on. */
  readonly groups: readonly string[];
}

/** The longest piece of a line that a sentence takes in. */
const MOST_CHARACTERS = 160;

/** Returns the first of the patterns that fits a line, with the last such line: the first patterns say most. */
export function tryFind(patterns: readonly LogPattern[], lines: readonly string[]): FoundPattern | undefined {
  for (const pattern of patterns) {
    for (let place = lines.length - 1; place >= 0; place -= 1) {
      const line = lines[place] ?? '';
      const found = pattern.sign.exec(line);
      if (found !== null)
        return { pattern, line, groups: found.slice(1).map((group: string | undefined) => group ?? '') };
    }
  }
  return undefined;
}

/** Returns a text of a pattern with what its sign found. */
export function filledIn({ en, zh }: Text, { groups }: Pick<FoundPattern, 'groups'>): Text {
  // By a function, as what was found may hold a $ itself.
  const fill = (text: string) =>
    text.replaceAll(/\$([1-9])/g, (_whole, number: string) => shortPiece(groups[Number(number) - 1] ?? ''));
  return { en: fill(en), zh: fill(zh) };
}

function shortPiece(piece: string): string {
  const masked = maskedLine(piece.trim());
  return masked.length <= MOST_CHARACTERS ? masked : `${masked.slice(0, MOST_CHARACTERS)}…`;
}
