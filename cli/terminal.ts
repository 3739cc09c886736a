/**
 * All that a command sees of the process, so that a test can stand in for it. Only cli/main.ts makes a real one.
 */
export interface Terminal {
  /** Writes results. */
  readonly out: (text: string) => void;
  /** Writes errors, warnings and progress. */
  readonly err: (text: string) => void;
  /** The environment variables. */
  readonly env: Readonly<Partial<Record<string, string>>>;
  /** Opens standard input; not before it is asked for, since an open one keeps the process waiting. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Whether a person reads what `out` writes, and not a file or another program. */
  readonly isTerminal: boolean;
  /** Whether a person reads what `err` writes: with `> file` that is so though nobody reads `out`. */
  readonly errIsTerminal: boolean;
}
