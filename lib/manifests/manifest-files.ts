import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem, isAbsent } from './file-problem';

/** A file or folder of which nothing is known, and why. */
export interface Unread {
  readonly file: string;
  /** Continues the name of the file: lower case, no final period, no content of the file. */
  readonly reason: string;
}

/** Folders of tools, which hold no manifests of ours but many files of their names. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The names of files that are read where a folder is given. */
export const MANIFEST_NAME = /\.(?:ya?ml|json)$/;

/** Finds the files that paths lead to, each once, however many paths and links lead there. */
export class ManifestFiles {
  readonly files: string[] = [];
  readonly unread: Unread[] = [];
  private readonly seen = new Set<string>();

  /**
   * Adds a file, whatever its name, or the manifests in a folder and all folders below it, in the order of their names.
   */
  add(path: string): void {
    if (!this.visit(path, true)) {
      this.unread.push({ file: path, reason: 'has no file *.yaml, *.yml or *.json' });
    }
  }

  /** @returns whether there is something at the path: a manifest, one found before, or one that cannot be read */
  private visit(path: string, isGiven: boolean): boolean {
    try {
      const stats = statSync(path);
      // A pipe may be given, as <(kubectl get …) does; one that lies in a folder would be waited for in vain.
      const isFile = !stats.isDirectory() && (isGiven || (stats.isFile() && MANIFEST_NAME.test(path)));
      if (!isFile && !stats.isDirectory()) return false;
      const place = realpathSync(path);
      if (this.seen.has(place)) return true;
      this.seen.add(place);
      if (!isFile) return this.visitFolder(path);
      this.files.push(path);
      return true;
    } catch (error) {
      const reason = fileProblem(error);
      // A link to nothing is of no interest under a name that is not read.
      if (!isGiven && !MANIFEST_NAME.test(path) && isAbsent(error)) return false;
      this.unread.push({ file: path, reason });
      return true;
    }
  }

  private visitFolder(folder: string): boolean {
    const names = readdirSync(folder).filter((name) => !SKIPPED_FOLDERS.has(name));
    // Not `some`, which would stop at the first.
    return names
      .sort()
      .map((name) => this.visit(join(folder, name), false))
      .includes(true);
  }
}
