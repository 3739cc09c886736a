import { lstatSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileInSvn, FolderInSvn, PublicationPlan } from './publication-plan';
import { contentHash, PUBLISHED } from './published-property';
import type { SvnClient } from './svn-client';
import { svnProperties, THE_FOLDER } from './svn-properties';
import type { SvnProperties } from './svn-properties';

/** Properties with which svn would change the content on its way, or make a link of it. */
const CHANGING_PROPERTIES = ['svn:special', 'svn:eol-style', 'svn:keywords'];

const CHECKOUT = ['checkout', '--depth', 'empty', '--ignore-externals'];

/**
 * A working copy of an environment's folder, with nothing in it but the files that may be ours.
 *
 * What others keep beside them is not fetched: it may be large, and have a name that the account's locale cannot write.
 */
export class WorkingCopy {
  private readonly path: string;
  private properties: ReadonlyMap<string, SvnProperties> = new Map();

  /**
   * @param svn runs svn
   * @param folderUrl the folder in SVN
   * @param temporary an empty folder of this process
   */
  constructor(
    private readonly svn: SvnClient,
    private readonly folderUrl: string,
    private readonly temporary: string,
  ) {
    this.path = join(temporary, 'copy');
  }

  /**
   * Fetches files and says how they stand in SVN.
   *
   * @param names of files that are in the folder at this revision
   */
  async checkOut(revision: number, names: readonly string[]): Promise<FolderInSvn> {
    // Externals are left out: a property in SVN is not to say what is fetched from elsewhere.
    await this.svn.ask([...CHECKOUT, `${this.folderUrl}@${revision}`, this.path]);
    if (names.length > 0) await this.ask('update', '--ignore-externals', '--revision', `${revision}`, ...names);
    this.properties = svnProperties(await this.ask('proplist', '--xml', '--verbose', '--depth', 'files', THE_FOLDER));
    const list = this.properties.get(THE_FOLDER)?.get(PUBLISHED);
    return {
      files: new Map(names.map((name) => [name, this.fileInSvn(name)])),
      ...(list === undefined ? {} : { list }),
    };
  }

  /** Carries out a plan in the working copy; nothing of it is in SVN before the commit. */
  async apply(plan: PublicationPlan, wanted: ReadonlyMap<string, string>): Promise<void> {
    const written = [...plan.added, ...plan.changed];
    for (const name of written) {
      if (!this.svn.isRehearsal) this.write(name, wanted.get(name) ?? '');
      for (const property of CHANGING_PROPERTIES) {
        if (this.properties.get(name)?.has(property) === true) await this.change('propdel', property, name);
      }
    }
    // Without the properties that the account's settings give to files of their kind.
    if (plan.added.length > 0) await this.change('add', '--no-auto-props', ...plan.added);
    for (const name of [...written, ...plan.marked]) {
      await this.change('propset', PUBLISHED, contentHash(wanted.get(name) ?? ''), name);
    }
    if (plan.deleted.length > 0) await this.change('delete', '--force', ...plan.deleted);
    await this.change('propset', PUBLISHED, '--file', this.temporaryFile('list.txt', plan.list), THE_FOLDER);
  }

  /**
   * Commits everything at once.
   *
   * @returns the new revision, or undefined in a rehearsal
   */
  async commit(message: string): Promise<number | undefined> {
    const file = this.temporaryFile('message.txt', message);
    const output = await this.change('commit', '--encoding', 'UTF-8', '--file', file);
    const revision = /Committed revision (\d+)\./.exec(output)?.[1] ?? /(\d+)\D*$/.exec(output)?.[1];
    return revision === undefined ? undefined : Number(revision);
  }

  /**
   * Returns the difference between two revisions of a file as a unified diff.
   *
   * @param range such as `3:4`. @default what the working copy changes
   */
  async difference(name: string, range?: string): Promise<string> {
    const revisions = range === undefined ? [] : ['--revision', range];
    // The account's own diff program might wait for somebody at a window.
    return this.ask('diff', '--internal-diff', '--ignore-properties', '--force', ...revisions, name);
  }

  /** Returns the difference between a file in SVN and a text. */
  async differenceTo(name: string, text: string): Promise<string> {
    this.write(name, text);
    try {
      return await this.difference(name);
    } finally {
      await this.ask('revert', name);
    }
  }

  /** Runs a command about what is in the working copy. */
  async ask(...args: readonly string[]): Promise<string> {
    return this.svn.ask(args, { cwd: this.path, about: this.folderUrl });
  }

  private async change(...args: readonly string[]): Promise<string> {
    return this.svn.change(args, { cwd: this.path, about: this.folderUrl });
  }

  private fileInSvn(name: string): FileInSvn {
    const path = join(this.path, name);
    const isLink = lstatSync(path).isSymbolicLink();
    const hash = this.properties.get(name)?.get(PUBLISHED);
    return {
      content: isLink ? Buffer.from(readlinkSync(path)) : readFileSync(path),
      isLink,
      ...(hash === undefined ? {} : { hash: hash.trim() }),
    };
  }

  private write(name: string, text: string): void {
    const path = join(this.path, name);
    // A new file, since svn may have put a link there, or one that is read-only.
    rmSync(path, { force: true });
    writeFileSync(path, text, { flag: 'wx' });
  }

  private temporaryFile(name: string, text: string): string {
    const path = join(this.temporary, name);
    writeFileSync(path, text);
    return path;
  }
}
