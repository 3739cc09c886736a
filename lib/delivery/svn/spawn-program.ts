import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { ProgramOptions, ProgramResult, RunProgram } from './run-program';

/** The most that is kept of what a program prints unless a caller says otherwise; one that prints more is ended. */
const MAX_OUTPUT_BYTES = 64 * 2 ** 20;

/** Runs a program of this machine. */
export const spawnProgram: RunProgram = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = start(program, args, options);
    let timedOut = false;
    const stdout = new BoundedOutput(child, options.maxOutputBytes);
    const stderr = new BoundedOutput(child, options.maxOutputBytes);
    const timer =
      options.timeoutMillis === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
            // What it started itself may live on, and holds them open.
            child.stdout?.destroy();
            child.stderr?.destroy();
          }, options.timeoutMillis);
    child.stdout?.on('data', (chunk: Buffer) => stdout.add(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.add(chunk));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      const ended = timedOut ? 'timed-out' : stdout.isFull || stderr.isFull ? 'too-much-output' : undefined;
      const result: ProgramResult = { status, stdout: stdout.text(options.encoding), stderr: stderr.text() };
      resolve(ended === undefined ? result : { ...result, ended });
    });
    // A program that needs no input may be gone before it is written.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });

function start(program: string, args: readonly string[], { cwd, input, env }: ProgramOptions): ChildProcess {
  return spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    shell: false,
    stdio: [input === undefined ? 'inherit' : 'pipe', 'pipe', 'pipe'],
  });
}

class BoundedOutput {
  private readonly chunks: Buffer[] = [];
  private length = 0;

  constructor(
    private readonly child: ChildProcess,
    private readonly maxBytes = MAX_OUTPUT_BYTES,
  ) {}

  /** Whether it was more than is kept. */
  get isFull(): boolean {
    return this.length > this.maxBytes;
  }

  add(chunk: Buffer): void {
    this.length += chunk.length;
    if (this.isFull) this.child.kill('SIGKILL');
    else this.chunks.push(chunk);
  }

  text(encoding: BufferEncoding = 'utf8'): string {
    return Buffer.concat(this.chunks).toString(encoding);
  }
}
