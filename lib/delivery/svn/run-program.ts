/** How a program is run. */
export interface ProgramOptions {
  /** @default the folder of this process */
  readonly cwd?: string;
  /** What it reads from standard input. @default standard input of this process, so that it may ask the person there */
  readonly input?: string;
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a program came to. */
export interface ProgramResult {
  /** Exit code, or null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, without a shell, so that no word of a command line is ever interpreted.
 *
 * It rejects, with the error of the system, only where the program could not be started: `ENOENT` if it is missing.
 */
export type RunProgram = (program: string, args: readonly string[], options?: ProgramOptions) => Promise<ProgramResult>;
