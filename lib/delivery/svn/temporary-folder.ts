import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LEFTOVER = /^znyw-publish-(\d+)-\w+$/;

/**
 * Makes a folder of this process for a working copy, that others cannot read, and removes those that processes left
 * which were killed.
 *
 * @param parent the folder for such folders
 */
export function makeTemporaryFolder(parent = tmpdir()): string {
  removeLeftovers(parent);
  return mkdtempSync(join(parent, `znyw-publish-${process.pid}-`));
}

function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = LEFTOVER.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) removeOwn(join(parent, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is not sent: it only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another account may not be signalled, and runs. Not instanceof: within jest the error is of another realm.
    return !(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH');
  }
}

/** Removes a folder if it is one of this account; what cannot be removed is no obstacle. */
function removeOwn(path: string): void {
  try {
    const stats = lstatSync(path);
    if (stats.isDirectory() && stats.uid === process.getuid?.()) rmSync(path, { recursive: true, force: true });
  } catch {
    // Another process removed it meanwhile, or it is not ours to remove.
  }
}
