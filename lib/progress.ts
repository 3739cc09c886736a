import type { Text } from './text';

/**
 * Is told what is done next. It decides by itself whether anybody sees it, so it may be told of every file and object.
 *
 * @param what is asked for its words only if they are shown
 * @param mayTakeLong whether nothing else can be told for about a second, so that it must not be skipped. @default false
 */
export type Progress = (what: () => Text, mayTakeLong?: boolean) => void;

/** Tells nobody. */
export const noProgress: Progress = () => undefined;

/** Returns a number as it is read in both languages: 10,030. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
