import type { Repetition } from './timing';

/** A line of the table. */
export interface Measured {
  /** What was measured, and against what. */
  readonly what: string;
  readonly figure: number;
  /** What the figure and its goal are counted in. @default none: it is a ratio */
  readonly unit?: 's' | 'ms' | 'KiB';
  /** The most that the figure may be. @default none: it is stated only */
  readonly goal?: number;
  /** How many runs the median is of. */
  readonly runs: number;
  /** The absolute values behind a ratio, or whatever helps to read it. */
  readonly detail: string;
}

/** A line of the table that this machine has no figure for. */
export interface NotMeasured {
  readonly what: string;
  /** Why not, such as `kubectl is not installed`. */
  readonly reason: string;
}

/** Why the short form has no figure for what takes most of a minute. */
export const TOO_LONG = 'it takes too long for --short';

/** How a measurement is made: long, as the documents state it, or short, only to see that it runs. */
export interface Effort {
  readonly usual: Repetition;
  /** Of what takes more than 20 seconds a run. */
  readonly slow: Repetition;
  /** Projects in one program; the largest program has three times as many as `many`. */
  readonly few: number;
  readonly many: number;
  readonly isShort: boolean;
}

/** A group of measurements. */
export interface Measurement {
  /** What it is called on the command line. */
  readonly name: string;
  /** @param folder an empty one of its own */
  readonly measure: (effort: Effort, folder: string) => readonly (Measured | NotMeasured)[];
}

/** Returns seconds as the table shows them. */
export function seconds(value: number): string {
  return `${value < 1 ? value.toFixed(3) : value.toFixed(2)} s`;
}

/** Returns milliseconds as the table shows them. */
export function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

/** Returns an amount of memory as the table shows it. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
