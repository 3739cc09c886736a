import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a package whose script `empty` and whose program `empty` do nothing: npx finds the program as it finds that of
 * an installed package.
 */
export function makeEmptyPackage(folder: string): string {
  const programs = join(folder, 'node_modules', '.bin');
  mkdirSync(programs, { recursive: true });
  const description = { name: 'empty', version: '1.0.0', scripts: { empty: 'node --eval ""' } };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description)}\n`);
  writeFileSync(join(programs, 'empty'), '#!/usr/bin/env node\n', { mode: 0o755 });
  return folder;
}
