import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScriptSandbox } from '../lib/workloads/testing/script-sandbox';

/** Where the start script is in the sandbox; in an image it is /opt/start, which no script names. */
const START_FOLDER = '/etc/start';

/** The start script of an image, running in a sandbox with stand-ins for the programs that it starts. */
export interface RunningImage {
  readonly pid: number;
  /** Returns what was printed up to now. */
  readonly log: () => string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Its exit code, or undefined where a signal ended it. */
  readonly ended: Promise<number | undefined>;
}

/** Writes the files of an image that its start script needs. `/opt/znyw` becomes `/data/opt/znyw`. */
export function installImage(sandbox: ScriptSandbox, image: string): void {
  sandbox.run(['mkdir', '-p', START_FOLDER, '/data/opt/znyw']);
  for (const folder of ['start', image]) {
    for (const file of readdirSync(join(__dirname, folder)).filter((name) => name.endsWith('.sh'))) {
      const script = readFileSync(join(__dirname, folder, file), 'utf8').replaceAll('/opt/', '/data/opt/');
      sandbox.write(`${START_FOLDER}/${file}`, sandbox.translate(script));
    }
  }
}

/** Starts an installed image the way its entry point does, under one shell. */
export function startImage(
  sandbox: ScriptSandbox,
  shell: readonly string[],
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): RunningImage {
  const [program = '', ...options] = shell;
  const words = [`${START_FOLDER}/start.sh`, ...args].map((word) => sandbox.translate(word));
  const translated = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, sandbox.translate(value)] as const),
  );
  const process: ChildProcess = spawn(program, [...options, ...words], {
    env: sandbox.environment(translated),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [process.stdout, process.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (log += text));
  }
  return {
    pid: process.pid ?? 0,
    log: () => log,
    signal: (signal) => process.kill(signal),
    // What it left in the background may still hold its output, so this is the end of the process alone; the pause is
    // for what it printed last.
    ended: once(process, 'exit').then(async ([code]: unknown[]) => {
      await sleep(50);
      process.stdout?.destroy();
      process.stderr?.destroy();
      return typeof code === 'number' ? code : undefined;
    }),
  };
}

/**
 * Puts a program on the PATH that writes down how it was called, in `/run/<program>.call`, and ends with the code in
 * `/run/<program>.code`, 0 without one. Where `/run/<program>.stays` is, it stays until a signal, which it writes down
 * too.
 */
export function recordingStandIn(sandbox: ScriptSandbox, program: string): void {
  const at = `/run/${program}`;
  sandbox.standIn(
    program,
    `trap 'echo SIGTERM >>${at}.signals; exit 143' TERM
{ echo "pid $$"; printf 'arg %s\\n' "$@"; env | sed 's/^/env /'; } >>${at}.writing
cat ${at}.writing >>${at}.call
rm -f ${at}.writing
while [ -e ${at}.stays ]; do sleep 0.05; done
exit "$(cat ${at}.code 2>/dev/null || echo 0)"`,
  );
}

/** Returns one kind of line of what a stand-in wrote down: `arg`, `env` or `pid`. */
export function recorded(sandbox: ScriptSandbox, program: string, kind: 'arg' | 'env' | 'pid'): readonly string[] {
  return sandbox
    .read(`/run/${program}.call`)
    .split('\n')
    .filter((line) => line.startsWith(`${kind} `))
    .map((line) => line.slice(kind.length + 1));
}

/** Waits until something holds, 10 seconds at most. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (holds()) {
      return;
    }
    await sleep(25);
  }
  throw new Error(`waited 10 seconds until ${what}`);
}

/** Tells whether a file of the sandbox is there. */
export function isThere(sandbox: ScriptSandbox, path: string): boolean {
  return existsSync(sandbox.translate(path));
}
