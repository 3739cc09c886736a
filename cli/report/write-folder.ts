import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { swapFolder } from '../../lib/app/replace-folders';
import { OperatorError } from '../../lib/operator-error';
import { GENERATOR } from '../../lib/review/report/page/report-page';
import { notWritten, writeBeside } from './write-text';

/**
 * Writes a report into a folder, which is made where it is not there. What is there is an earlier report and replaced
 * as a whole, so that no picture of it stays behind; anything else may be somebody's work and is refused.
 *
 * @param files name to content
 * @throws OperatorError if the folder holds something else or cannot be written
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  try {
    requireReportFolder(folder);
    mkdirSync(dirname(resolve(folder)), { recursive: true });
    writeBeside(folder, (staging, target) => {
      const fresh = join(staging, 'fresh');
      mkdirSync(fresh);
      for (const [name, text] of files) writeFileSync(join(fresh, name), text);
      swapFolder(fresh, target, join(staging, 'former'));
    });
  } catch (error) {
    throw notWritten(folder, error);
  }
}

/**
 * Refuses a place where a report would take the place of something else.
 *
 * @throws OperatorError if there is anything but an earlier report
 */
export function requireReportFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const remedy = 'Name a folder with --out that is not there yet, or one that holds an earlier report.';
  if (!statSync(folder).isDirectory()) throw new OperatorError(`${folder} is a file`, remedy);
  const stranger = readdirSync(folder)
    .sort()
    .find((name) => !isOfReport(join(folder, name)));
  if (stranger !== undefined) {
    throw new OperatorError(`${folder} holds ${stranger}, which is no part of a report; nothing was written`, remedy);
  }
}

function isOfReport(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  return path.endsWith('.svg') || (path.endsWith('index.html') && readFileSync(path, 'utf8').includes(GENERATOR));
}
