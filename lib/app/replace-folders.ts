import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const EXTENSION = '.k8s.yaml';

/**
 * Replaces the folders of all environments at once: everything is written beside first, and then swapped in.
 *
 * A folder of an environment that is no more is removed. What else stands in the output folder stays there; it may be
 * somebody's home, if the name of the folder was mistyped.
 *
 * @param folder the output folder, made where it is not there
 * @param environments name of each environment to its files
 */
export function replaceFolders(folder: string, environments: ReadonlyMap<string, ReadonlyMap<string, string>>): void {
  const target = resolve(folder);
  mkdirSync(target, { recursive: true });
  // Beside and not inside: a swap is a rename within one file system, and the output folder holds YAML only.
  const staging = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const [name, files] of environments) {
      mkdirSync(join(staging, name));
      for (const [file, text] of files) {
        writeFileSync(join(staging, name, file), text);
      }
    }
    for (const name of environments.keys()) {
      swap(join(staging, name), join(target, name), join(staging, `${name}.before`));
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

function swap(fresh: string, target: string, before: string): void {
  if (existsSync(target)) {
    renameSync(target, before);
  }
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (existsSync(before)) {
      renameSync(before, target);
    }
    throw error;
  }
}

/** Whether a folder holds nothing but files that a synth writes. */
function isGenerated(path: string): boolean {
  try {
    const entries = readdirSync(path);
    return entries.length > 0 && entries.every((entry) => entry.endsWith(EXTENSION));
  } catch {
    return false;
  }
}
