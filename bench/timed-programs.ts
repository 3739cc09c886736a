import { join } from 'node:path';
import { programFolder } from '../lib/program-folder';
import type { TimedCommand } from './timing';

const ROOT = programFolder();

/** A program that does nothing, without npm or npx: what node itself takes. */
export const EMPTY_PROGRAM: TimedCommand = { program: process.execPath, args: ['--eval', ''] };

/** A program of `bench/programs`, compiled and kept as every other. */
export function program(name: string, ...args: readonly string[]): TimedCommand {
  const entry = `bench/programs/${name}.ts`;
  return { program: process.execPath, args: [join(ROOT, 'launch/run.js'), entry, ...args] };
}

/** `znyw` without npx. Findings and differences are what is measured, and no failure. */
export function znyw(...args: readonly string[]): TimedCommand {
  return { program: process.execPath, args: [join(ROOT, 'cli/znyw.js'), ...args], exitCodes: [0, 1] };
}

/** A synth without npm and the CLI, in a copy of the program, as it writes. */
export function synthIn(copy: string): TimedCommand {
  return { program: process.execPath, args: ['launch/synth.js'], folder: copy };
}
