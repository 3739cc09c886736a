import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignedColumns } from '../lib/validation/report/aligned-columns';
import type { Effort, Measured } from './measured';
import { commands } from './measurements/commands';
import { peers } from './measurements/peers';
import { phases } from './measurements/phases';
import { scale } from './measurements/scale';
import { synth } from './measurements/synth';

// `npm run bench [-- --short] [-- names…]`: measures pairs and prints each figure with its goal.
const words = process.argv.slice(2);
const isShort = words.includes('--short');
const names = words.filter((word) => word !== '--short');
const effort: Effort = isShort ? { runs: 1, projects: 10, isShort } : { runs: 9, projects: 100, isShort };

const folder = mkdtempSync(join(tmpdir(), 'znyw-bench-'));
try {
  process.stdout.write(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}\n\n`);
  for (const { name, measure } of [synth, phases, scale, commands, peers]) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`measuring ${name} …\n`);
    const own = mkdtempSync(join(folder, `${name}-`));
    process.stdout.write(`${table(measure(effort, own))}\n\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function table(rows: readonly Measured[]): string {
  return alignedColumns([
    ['measured', 'figure', 'goal', 'met', 'medians'],
    ...rows.map(({ what, figure, goal, detail }) => [
      what,
      figure.toFixed(2),
      goal === undefined ? '' : `≤ ${goal.toFixed(2)}`,
      goal === undefined ? '' : figure <= goal ? 'yes' : 'no',
      detail,
    ]),
  ]).join('\n');
}
