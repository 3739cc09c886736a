import { spawnSync } from 'node:child_process';

/** A process to time: a program and its arguments, without a shell. */
export interface TimedCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** @default the folder of this program */
  readonly folder?: string;
  /** What the environment says besides. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What is done before each run, and not timed. @default nothing */
  readonly prepare?: () => void;
  /** The exit codes that are no failure, such as that of findings. @default only 0 */
  readonly exitCodes?: readonly number[];
}

/** How often something is run. */
export interface Repetition {
  /** Runs before, which do not count: what they compile is kept, and what they read is in memory. */
  readonly warmUps: number;
  readonly runs: number;
}

/** Whole-process times of two commands that ran in turn. */
export interface Pair {
  /** Medians, in seconds. */
  readonly seconds: number;
  readonly otherSeconds: number;
  /** The median of the ratios of neighbouring runs: a machine that becomes slower does so for both. */
  readonly ratio: number;
}

/** Times two commands in turn. */
export function timePair(command: TimedCommand, other: TimedCommand, repetition: Repetition): Pair {
  const rounds = repeated(repetition, () => ({ own: secondsOf(command), others: secondsOf(other) }));
  return {
    seconds: medianOf(rounds, ({ own }) => own),
    otherSeconds: medianOf(rounds, ({ others }) => others),
    ratio: medianOf(rounds, ({ own, others }) => own / others),
  };
}

/** Does something as often as is said, and returns what came of each round that counts. */
export function repeated<T>({ warmUps, runs }: Repetition, round: () => T): readonly T[] {
  return Array.from({ length: warmUps + runs }, round).slice(warmUps);
}

/** Returns the whole-process time of one run, in seconds. */
export function secondsOf(command: TimedCommand): number {
  command.prepare?.();
  const start = performance.now();
  run({ ...command, prepare: undefined });
  return (performance.now() - start) / 1000;
}

/**
 * Runs a command and returns what it writes to standard output.
 *
 * @throws Error if it cannot be started, or ends with another exit code than it may
 */
export function run({ program, args, folder, variables, prepare, exitCodes = [0] }: TimedCommand): string {
  prepare?.();
  const env: Record<string, string | undefined> = { ...process.env, ...variables };
  // To read it takes every process of Node 20 longer than most of what is measured here.
  delete env['NODE_EXTRA_CA_CERTS'];
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error !== undefined) throw error;
  if (status === null || !exitCodes.includes(status)) {
    throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  }
  return stdout;
}

/** Returns the median of what is taken from each sample. */
export function medianOf<T>(samples: readonly T[], amount: (sample: T) => number): number {
  return median(samples.map(amount));
}

/** Returns the middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
