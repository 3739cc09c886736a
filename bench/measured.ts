/** A line of the table. */
export interface Measured {
  /** What was measured, and against what. */
  readonly what: string;
  readonly figure: number;
  /** The most that the figure may be. @default none: it is stated only */
  readonly goal?: number;
  /** The absolute values behind a ratio, or whatever helps to read it. */
  readonly detail: string;
}

/** How a measurement is made: long, as the documents state it, or short, only to see that it runs. */
export interface Effort {
  /** Runs of each command of a pair. */
  readonly runs: number;
  /** How many projects the largest program has, and its stock counterpart. */
  readonly projects: number;
  readonly isShort: boolean;
}

/** A group of measurements. */
export interface Measurement {
  /** What it is called on the command line. */
  readonly name: string;
  readonly measure: (effort: Effort, folder: string) => readonly Measured[];
}

/** Returns seconds as the table shows them. */
export function seconds(value: number): string {
  return `${value < 1 ? value.toFixed(3) : value.toFixed(2)} s`;
}

/** Returns an amount of memory as the table shows it. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
