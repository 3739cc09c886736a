import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunProgram } from './run-program';
import { spawnProgram } from './spawn-program';
import { svnProperties } from './svn-properties';

/**
 * A repository of SVN for a test, with a folder `my deploy` to publish to. It is in a folder with a space, and svn has
 * its settings and temporary folder beside it.
 */
export class TestRepository {
  readonly root = mkdtempSync(join(tmpdir(), 'znyw svn test '));
  readonly folder = join(this.root, 'a repository');
  /** The folder to publish to, as a person writes it. */
  readonly url = `file://${this.folder}/my deploy`;
  private readonly environment = { HOME: this.root, TMPDIR: join(this.root, 'tmp') };

  private constructor() {
    mkdirSync(this.environment.TMPDIR);
    this.command('svnadmin', ['create', this.folder]);
    this.svn('mkdir', '--message', 'begin', this.urlOf(''));
  }

  /** Runs a test with a repository, which is gone afterwards. */
  static async use(test: (repository: TestRepository) => Promise<void>): Promise<void> {
    const repository = new TestRepository();
    try {
      await test(repository);
    } finally {
      rmSync(repository.root, { recursive: true, force: true });
    }
  }

  /** Runs programs with the settings of this repository. */
  readonly run: RunProgram = (program, args, options = {}) =>
    spawnProgram(program, args, { input: '', ...options, env: { ...options.env, ...this.environment } });

  /** The latest revision. */
  get revision(): number {
    return Number(this.svn('info', '--show-item', 'revision', this.urlOf('')));
  }

  /** Returns the URL of something in the folder to publish to. */
  urlOf(path: string): string {
    return `${pathToFileURL(this.folder).href}/my%20deploy${path === '' ? '' : `/${path}`}`;
  }

  /** Returns the names of what is in a folder, folders with a slash. */
  namesIn(path: string): readonly string[] {
    return this.svn('list', this.urlOf(path)).split('\n').filter(Boolean);
  }

  /** Returns the content of a file. */
  read(path: string): string {
    return this.svn('cat', this.urlOf(path));
  }

  /** Returns the value of a property, empty where there is none. */
  property(name: string, path: string): string {
    const [properties] = svnProperties(this.svn('proplist', '--xml', '--verbose', this.urlOf(path))).values();
    return properties?.get(name) ?? '';
  }

  /** Returns the log message of the latest revision. */
  get lastMessage(): string {
    return this.svn('propget', '--strict', '--revprop', '--revision', 'HEAD', 'svn:log', this.urlOf(''));
  }

  /** Changes a folder as a person with a working copy does, and commits it. */
  byHand(path: string, change: (copy: string) => void): void {
    const copy = mkdtempSync(join(this.root, 'by hand '));
    this.svn('checkout', '--quiet', this.urlOf(path), copy);
    change(copy);
    this.svn('commit', '--quiet', '--username', 'li', '--message', 'by hand', copy);
  }

  /** Writes a file by hand. */
  edit(path: string, name: string, text: string): void {
    this.byHand(path, (copy) => {
      const isNew = !existsSync(join(copy, name));
      writeFileSync(join(copy, name), text);
      if (isNew) this.svn('add', '--quiet', join(copy, name));
    });
  }

  /** The folders that publications left behind. */
  get leftovers(): readonly string[] {
    return [...readdirSync(tmpdir()), ...readdirSync(this.environment.TMPDIR)].filter((name) =>
      name.startsWith(`znyw-publish-${process.pid}-`),
    );
  }

  /** Runs svn to its end and returns what it prints. */
  svn(...args: readonly string[]): string {
    return this.command('svn', args);
  }

  private command(program: string, args: readonly string[]): string {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', ...this.environment };
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
    return stdout;
  }
}
