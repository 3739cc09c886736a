import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of a container that scripts name; in the sandbox they are below its own folder. */
const CONTAINER_FOLDERS = ['backup', 'data', 'etc', 'run', 'tmp'];

/** What a script came to. */
export interface ScriptRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A folder in which a script of a container runs for a test: `/backup`, `/tmp` and the like are folders in it, and
 * programs that are not there have stand-ins on the PATH.
 */
export class ScriptSandbox {
  private readonly root = mkdtempSync(join(tmpdir(), 'znyw-script-'));

  private constructor() {
    for (const folder of [...CONTAINER_FOLDERS, 'bin']) {
      mkdirSync(join(this.root, folder));
    }
  }

  /** Runs a test in a sandbox, which is gone afterwards. */
  static async use(test: (sandbox: ScriptSandbox) => void | Promise<void>): Promise<void> {
    const sandbox = new ScriptSandbox();
    try {
      await test(sandbox);
    } finally {
      rmSync(sandbox.root, { recursive: true, force: true });
    }
  }

  /** Variables under which a script finds the stand-ins, and these others. */
  environment(variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    return { ...variables, PATH: `${join(this.root, 'bin')}:${process.env['PATH'] ?? ''}` };
  }

  /** Puts a program on the PATH: a shell script, in which the folders of the container are those of the sandbox. */
  standIn(program: string, script: string): void {
    const path = join(this.root, 'bin', program);
    writeFileSync(path, `#!/bin/sh\n${this.translate(script)}\n`);
    chmodSync(path, 0o755);
  }

  /** Returns a script with the folders of the container replaced by those of the sandbox. */
  translate(script: string): string {
    const folders = new RegExp(`(?<![\\w.])/(${CONTAINER_FOLDERS.join('|')})(?![\\w-])`, 'g');
    return script.replaceAll(folders, (_, folder: string) => join(this.root, folder));
  }

  /** Runs a command line to its end. */
  run(command: readonly string[], variables: Readonly<Record<string, string>> = {}): ScriptRun {
    const [program = '', ...args] = command.map((word) => this.translate(word));
    const { status, stdout, stderr } = spawnSync(program, args, {
      env: this.environment(variables),
      encoding: 'utf8',
      // As in a container. bash takes a socket for a session from outside, and reads files that it should not.
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { status, stdout, stderr };
  }

  /** Writes a file of the container. */
  write(path: string, content: string): void {
    writeFileSync(this.translate(path), content);
  }

  /** Reads a file of the container. */
  read(path: string): string {
    return readFileSync(this.translate(path), 'utf8');
  }

  /** Returns the names in a folder of the container, sorted. */
  list(folder: string): readonly string[] {
    return readdirSync(this.translate(folder)).sort();
  }
}
