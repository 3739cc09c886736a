import { join } from 'node:path';
import { programFolder } from '../lib/program-folder';
import type { TimedCommand } from './timing';

const ROOT = programFolder();

/** A program of `bench/programs`, compiled and kept as every other. */
export function program(name: string, ...args: readonly string[]): TimedCommand {
  const entry = `bench/programs/${name}.ts`;
  return { program: process.execPath, args: [join(ROOT, 'launch/run.js'), entry, ...args] };
}

/** `znyw` without npx. */
export function znyw(...args: readonly string[]): TimedCommand {
  return { program: process.execPath, args: [join(ROOT, 'cli/znyw.js'), ...args] };
}
