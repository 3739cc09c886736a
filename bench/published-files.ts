import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../lib/program-folder';

/** Where the files are that were synthesized last. */
export const PUBLISHED = join(programFolder(), 'dist');

/** Returns the synthesized files of all environments, relative to `PUBLISHED`. */
export function publishedFiles(): readonly string[] {
  return readdirSync(PUBLISHED).flatMap((environment) =>
    readdirSync(join(PUBLISHED, environment)).map((file) => `${environment}/${file}`),
  );
}
