import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { ProgramOptions, ProgramResult, RunProgram } from './run-program';

/** The most that is kept of what a program prints; one that prints more is ended. */
const MAX_OUTPUT_BYTES = 64 * 2 ** 20;

/** Runs a program of this machine. */
export const spawnProgram: RunProgram = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = start(program, args, options);
    const stdout = new BoundedOutput(child);
    const stderr = new BoundedOutput(child);
    child.stdout?.on('data', (chunk: Buffer) => stdout.add(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.add(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      const result: ProgramResult = { status, stdout: stdout.text(), stderr: stderr.text() };
      resolve(result);
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

  constructor(private readonly child: ChildProcess) {}

  add(chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length > MAX_OUTPUT_BYTES) this.child.kill('SIGKILL');
    else this.chunks.push(chunk);
  }

  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}
