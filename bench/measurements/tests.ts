import { mkdtempSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { programFolder } from '../../lib/program-folder';
import { isInstalled } from '../is-installed';
import { seconds, TOO_LONG } from '../measured';
import type { Measurement } from '../measured';
import { median, repeated, secondsOf } from '../timing';
import type { TimedCommand } from '../timing';

const WHAT = 'npm test on two processors, nothing kept of the last one';

/** The tests as whoever has just cloned the program waits for them. */
export const tests: Measurement = {
  name: 'tests',
  measure: ({ slow, isShort }, folder) => {
    if (isShort) return [{ what: WHAT, reason: TOO_LONG }];
    if (availableParallelism() > 2 && !isInstalled('taskset')) {
      return [{ what: WHAT, reason: 'taskset is not installed' }];
    }
    const times = repeated(slow, () => secondsOf(onTwoProcessors(mkdtempSync(join(folder, 'temporary-')))));
    const detail = times.map(seconds).join(', ');
    return [{ what: WHAT, figure: median(times), unit: 's', goal: 60, runs: slow.runs, detail }];
  },
};

/** @param temporary an empty folder: what jest and tsx have compiled they keep in that of temporary files */
function onTwoProcessors(temporary: string): TimedCommand {
  const command = { folder: programFolder(), variables: { TMPDIR: temporary } };
  return availableParallelism() > 2
    ? { ...command, program: 'taskset', args: ['--cpu-list', '0,1', 'npm', 'test'] }
    : { ...command, program: 'npm', args: ['test'] };
}
