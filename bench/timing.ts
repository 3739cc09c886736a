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
}

/** Whole-process times of two commands that ran in turn. */
export interface Pair {
  /** Medians, in seconds. */
  readonly seconds: number;
  readonly otherSeconds: number;
  /** The median of the ratios of neighbouring runs: a machine that becomes slower does so for both. */
  readonly ratio: number;
}

/** Times two commands in turn, after one run of each that does not count. */
export function timePair(command: TimedCommand, other: TimedCommand, runs: number): Pair {
  run(command);
  run(other);
  const times = Array.from({ length: runs }, () => [secondsOf(command), secondsOf(other)] as const);
  return {
    seconds: median(times.map(([own]) => own)),
    otherSeconds: median(times.map(([, others]) => others)),
    ratio: median(times.map(([own, others]) => own / others)),
  };
}

/** Runs a command and returns what it writes to standard output. */
export function run({ program, args, folder, variables, prepare }: TimedCommand): string {
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
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** Returns the middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function secondsOf(command: TimedCommand): number {
  command.prepare?.();
  const start = performance.now();
  run({ ...command, prepare: undefined });
  return (performance.now() - start) / 1000;
}
