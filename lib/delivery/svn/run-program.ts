/** How a program is run. */
export interface ProgramOptions {
  /** @default the folder of this process */
  readonly cwd?: string;
  /** What it reads from standard input. @default standard input of this process, so that it may ask the person there */
  readonly input?: string;
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** How its output becomes text; with `latin1` each character is a byte, so that none is lost. @default utf8 */
  readonly encoding?: 'utf8' | 'latin1';
  /** When it is ended, with all that it has said until then. @default never */
  readonly timeoutMillis?: number;
  /** The most that is kept of what it prints; one that prints more is ended. @default 64 MiB */
  readonly maxOutputBytes?: number;
}

/** What a program came to. */
export interface ProgramResult {
  /** Exit code, or null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it was ended. @default it came to its own end */
  readonly ended?: 'timed-out' | 'too-much-output';
}

/**
 * Runs a program to its end, without a shell, so that no word of a command line is ever interpreted.
 *
 * It rejects, with the error of the system, only where the program could not be started: `ENOENT` if it is missing.
 */
export type RunProgram = (program: string, args: readonly string[], options?: ProgramOptions) => Promise<ProgramResult>;
