import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effort, Measurement } from './measured';
import { commands } from './measurements/commands';
import { peers } from './measurements/peers';
import { phases } from './measurements/phases';
import { scale } from './measurements/scale';
import { synth } from './measurements/synth';
import { tests } from './measurements/tests';
import { table } from './table';

// `npm run bench [-- --short] [-- names…]`: measures pairs and prints each figure with its goal.

// The tests come last: where one fails, the others have been measured.
const MEASUREMENTS: readonly Measurement[] = [synth, phases, scale, commands, peers, tests];

const LONG: Effort = {
  usual: { warmUps: 1, runs: 9 },
  // One that does not count would say little of half a minute, and take as long.
  slow: { warmUps: 0, runs: 3 },
  few: 10,
  many: 100,
  isShort: false,
};

const ONCE = { warmUps: 0, runs: 1 };

const SHORT: Effort = { usual: ONCE, slow: ONCE, few: 2, many: 4, isShort: true };

const words = process.argv.slice(2);
const names = words.filter((word) => word !== '--short');
const unknown = names.filter((word) => MEASUREMENTS.every(({ name }) => name !== word));

if (unknown.length > 0) {
  const known = MEASUREMENTS.map(({ name }) => name).join(', ');
  process.stderr.write(`error: nothing is measured by the name ${unknown.join(', ')}\n`);
  process.stderr.write(`  to fix: Name some of ${known}, or none for all; --short measures once.\n`);
  process.exitCode = 2;
} else {
  const chosen = MEASUREMENTS.filter(({ name }) => names.length === 0 || names.includes(name));
  measureEach(chosen, words.includes('--short') ? SHORT : LONG);
}

function measureEach(measurements: readonly Measurement[], effort: Effort): void {
  const folder = mkdtempSync(join(tmpdir(), 'znyw-bench-'));
  try {
    process.stdout.write(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}\n\n`);
    for (const { name, measure } of measurements) {
      process.stderr.write(`measuring ${name} …\n`);
      const lines = measure(effort, mkdtempSync(join(folder, `${name}-`)));
      process.stdout.write(`${table(lines, !effort.isShort)}\n\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
