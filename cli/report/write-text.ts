import { existsSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OperatorError } from '../../lib/operator-error';

/**
 * Writes a file as a whole: who reads it meanwhile sees the former one.
 *
 * @throws OperatorError if it cannot be written
 */
export function writeText(file: string, text: string): void {
  try {
    writeBeside(file, (staging, target) => {
      writeFileSync(join(staging, 'text'), text);
      renameSync(join(staging, 'text'), target);
    });
  } catch (error) {
    throw notWritten(file, error);
  }
}

/**
 * Has something written in a folder of its own beside a place, from where a rename puts it there.
 *
 * @param write is given that folder, which is removed afterwards, and the place, with no link on the way to it
 */
export function writeBeside(place: string, write: (staging: string, target: string) => void): void {
  const target = existsSync(place) ? realpathSync(place) : resolve(place);
  const staging = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    write(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Returns the refusal to write to a place, with the reason of the file system. */
export function notWritten(place: string, error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  const reason = String(error).replace(/^Error: /, '');
  return new OperatorError(`${place} cannot be written: ${reason}`, 'Make it writable, or name another with --out.', {
    cause: error,
  });
}
