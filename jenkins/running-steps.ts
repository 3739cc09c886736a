import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the steps are that Jenkins runs. */
export const STEPS = join(__dirname, 'steps');

/** What a step came to. */
export interface StepRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of an agent in which steps run for a test, with stand-ins on the PATH; a space in its name is on purpose. */
export class AgentFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'znyw agent-'));

  private constructor() {
    mkdirSync(this.path('bin'));
    mkdirSync(this.path('temporary'));
  }

  /** Runs a test in a folder, which is gone afterwards. */
  static async use(test: (agent: AgentFolder) => void | Promise<void>): Promise<void> {
    const agent = new AgentFolder();
    try {
      await test(agent);
    } finally {
      rmSync(agent.root, { recursive: true, force: true });
    }
  }

  /** Returns the path of a file in the folder. */
  path(...names: readonly string[]): string {
    return join(this.root, ...names);
  }

  /** Writes a file, and the folders above it. */
  write(name: string, content: string | Buffer): string {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Reads a file; one that is not there is empty. */
  read(name: string): string {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), 'utf8') : '';
  }

  /** Puts a program on the PATH. */
  standIn(program: string, script: string): void {
    chmodSync(this.write(join('bin', program), script), 0o755);
  }

  /** Runs a program to its end. `/tmp` is the folder's own, so that what a step leaves there is seen. */
  run(command: readonly string[], variables: Readonly<Record<string, string>> = {}): StepRun {
    const [program = '', ...args] = command;
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.root,
      env: {
        PATH: `${this.path('bin')}:${process.env['PATH'] ?? ''}`,
        HOME: this.root,
        TMPDIR: this.path('temporary'),
        LANG: 'C.UTF-8',
        ...variables,
      },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { status, stdout, stderr };
  }

  /** Runs a step as Jenkins does, under the shell that `sh` is on Debian. */
  step(name: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): StepRun {
    return this.run(['sh', join(STEPS, name), ...args], variables);
  }
}
