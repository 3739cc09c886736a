import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OperatorError } from '../operator-error';
import { FILE_EXTENSION } from './rendering';

/** End of the name under which a folder waits that is being replaced. */
const FORMER = '.former';

/**
 * Replaces the folders of all environments at once: everything is written beside first, and then swapped in.
 *
 * A folder of an environment that is no more is removed. What else stands in the output folder stays there; it may be
 * somebody's home, if the name of the folder was mistyped.
 *
 * @param folder the output folder, made where it is not there
 * @param environments name of each environment to its files
 * @throws OperatorError if it cannot be written to
 */
export function replaceFolders(folder: string, environments: ReadonlyMap<string, ReadonlyMap<string, string>>): void {
  try {
    swapFolders(resolve(folder), environments);
  } catch (error) {
    const reason = String(error).replace(/^Error: /, '');
    throw new OperatorError(`error: ${folder} cannot be written: ${reason}\n  to fix: ${remedy(error)}`, '', {
      cause: error,
    });
  }
}

/** What helps against the errors of a file system; most others are about rights. */
const REMEDIES: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'Make room on the disk.'],
  ['EDQUOT', 'Make room on the disk, within what you may use of it.'],
  ['EXDEV', 'Put it on the file system of the folder above it, or name another one.'],
  ['EEXIST', 'Move away what has its name, or that of an environment in it.'],
  ['ENOTDIR', 'Move away the file that stands where a folder has to be.'],
  ['ENOENT', 'Remove the link that leads nowhere, or make what it leads to.'],
]);

function remedy(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return REMEDIES.get(code) ?? 'Make it and the folder above it writable, or name another one.';
}

/**
 * Brings back what a synth that was killed had taken away and not replaced yet, and removes what it left.
 *
 * @param folder the output folder
 */
export function recoverFolders(folder: string): void {
  const target = resolve(folder);
  for (const name of leftovers(target)) {
    const staging = join(dirname(target), name);
    for (const entry of readdirSync(staging).filter((each) => each.endsWith(FORMER))) {
      const place = join(target, entry.slice(0, -FORMER.length));
      if (!existsSync(place)) {
        mkdirSync(target, { recursive: true });
        renameSync(join(staging, entry), place);
      }
    }
    rmSync(staging, { recursive: true, force: true });
  }
}

function swapFolders(target: string, environments: ReadonlyMap<string, ReadonlyMap<string, string>>): void {
  mkdirSync(target, { recursive: true });
  const changed = new Map([...environments].filter(([name, files]) => !holds(join(target, name), files)));
  // Beside and not inside: a swap is a rename within one file system, and the output folder holds YAML only.
  const staging = mkdtempSync(join(dirname(target), `${stagingPrefix(target)}${process.pid}-`));
  try {
    for (const [name, files] of changed) {
      mkdirSync(join(staging, name));
      for (const [file, text] of files) {
        writeFileSync(join(staging, name, file), text);
      }
    }
    for (const name of changed.keys()) {
      swapFolder(join(staging, name), join(target, name), join(staging, `${name}${FORMER}`));
    }
    for (const name of readdirSync(target)) {
      if (!environments.has(name) && isGenerated(join(target, name))) {
        rmSync(join(target, name), { recursive: true });
      }
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Tells whether a folder holds these files and nothing else, so that it can stay; most synths change little or nothing. */
function holds(folder: string, files: ReadonlyMap<string, string>): boolean {
  if (!existsSync(folder)) return false;
  const present = readdirSync(folder);
  return present.length === files.size && present.every((file) => files.get(file) === tryRead(join(folder, file)));
}

/** Returns a file, or nothing where it is none or may not be read: no text is equal to that. */
function tryRead(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Puts a folder in the place of another, which is moved away first and comes back if that fails. All three have to be
 * in one file system.
 *
 * @param target need not be there
 */
export function swapFolder(fresh: string, target: string, former: string): void {
  if (existsSync(target)) {
    renameSync(target, former);
  }
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (existsSync(former)) {
      renameSync(former, target);
    }
    throw error;
  }
}

function stagingPrefix(target: string): string {
  return `.${basename(target)}-`;
}

/** The staging folders beside the output folder whose process is no more. */
function leftovers(target: string): readonly string[] {
  const prefix = stagingPrefix(target);
  const folder = dirname(target);
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  return entries.filter((entry) => {
    const id = entry.startsWith(prefix) ? /^(\d+)-\w+$/.exec(entry.slice(prefix.length))?.[1] : undefined;
    return id !== undefined && !isRunning(Number(id));
  });
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process of somebody else runs, too.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a folder holds nothing but files that a synth writes. */
function isGenerated(path: string): boolean {
  try {
    const entries = readdirSync(path);
    return entries.length > 0 && entries.every((entry) => entry.endsWith(FILE_EXTENSION));
  } catch {
    return false;
  }
}
