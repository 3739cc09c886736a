import type { Duration } from 'cdk8s';
import type { StoreSettings, WorkloadSettings } from '../platform/workload-settings';
import { someCpu, someMemory, unless, type DataProblem } from './data-problems';

/**
 * Returns what is wrong with the size of a workload.
 *
 * @param source the file to open for a change
 */
export function sizeProblems(field: string, settings: WorkloadSettings, source: string): readonly DataProblem[] {
  const { cpu, memory, replicas = 1 } = settings;
  return [
    ...unless(
      Number.isInteger(replicas) && replicas >= 1,
      `${field}.replicas`,
      replicas,
      'a whole number of 1 or more',
      replicas === 0 ? `Write stopped: true in ${source} to keep it without a Pod.` : undefined,
    ),
    // Whether a request is within its limit is a rule's question, so that it is answered together with the sums.
    ...Object.entries(cpu).flatMap(([of, amount]) => someCpu(`${field}.cpu.${of}`, amount)),
    ...Object.entries(memory).flatMap(([of, amount]) => someMemory(`${field}.memory.${of}`, amount)),
  ];
}

/** Returns what is wrong with the storage of a store. */
export function storeProblems(field: string, { storage, backup }: StoreSettings): readonly DataProblem[] {
  return [
    ...someMemory(`${field}.storage`, storage),
    ...someMemory(`${field}.backup.storage`, backup.storage),
    ...wholeDays(`${field}.backup.retention`, backup.retention),
  ];
}

function wholeDays(field: string, duration: Duration): readonly DataProblem[] {
  const days = duration.toDays({ integral: false });
  return unless(Number.isInteger(days) && days >= 1, field, `${days} days`, 'a whole number of days, 1 or more');
}
