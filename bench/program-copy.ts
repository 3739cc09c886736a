import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../lib/program-folder';

const ROOT = programFolder();

/** What of the program is copied. */
const COPIED = [
  'main.ts',
  'cdk8s.yaml',
  'package.json',
  'tsconfig.json',
  'bench/tsconfig.stock.json',
  'cli',
  'dist',
  'imports',
  'launch',
  'lib',
];

/**
 * Makes a copy of the program, in which sources may be edited and a synth may write. Its packages are those of the
 * original.
 *
 * @param cli which command `npx cdk8s` is there: that of `npm ci`, or the unmodified one
 */
export function copyProgram(folder: string, cli: 'ours' | 'unmodified'): string {
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    // What is kept of compiled programs stays in the copy.
    if (name !== '.bin' && name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(packages, name));
  }
  cpSync(join(ROOT, 'node_modules', '.bin'), join(packages, '.bin'), { recursive: true, verbatimSymlinks: true });
  const command = join(packages, '.bin', 'cdk8s');
  rmSync(command);
  symlinkSync(cli === 'ours' ? '../../launch/cdk8s.js' : '../cdk8s-cli/bin/cdk8s', command);
  return folder;
}
