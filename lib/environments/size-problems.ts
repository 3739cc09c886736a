import type { Duration, Size } from 'cdk8s';
import { cpuMillis, cpuQuantity, sizeBytes, sizeQuantity } from '../platform/container-size';
import type { StoreSettings, WorkloadSettings } from '../platform/workload-settings';
import { unless, type DataProblem } from './data-problems';

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
    ...requestAndLimit(`${field}.cpu`, cpu.request, cpu.limit, cpuMillis, cpuQuantity),
    ...requestAndLimit(`${field}.memory`, memory.request, memory.limit, sizeBytes, sizeQuantity),
  ];
}

/** Returns what is wrong with the storage of a store. */
export function storeProblems(field: string, { storage, backup }: StoreSettings): readonly DataProblem[] {
  return [
    ...positiveSize(`${field}.storage`, storage),
    ...positiveSize(`${field}.backup.storage`, backup.storage),
    ...wholeDays(`${field}.backup.retention`, backup.retention),
  ];
}

function requestAndLimit<Amount>(
  field: string,
  request: Amount,
  limit: Amount,
  count: (amount: Amount) => number,
  print: (amount: Amount) => string,
): readonly DataProblem[] {
  try {
    return [
      ...unless(count(request) > 0, `${field}.request`, print(request), 'more than 0'),
      ...unless(
        count(request) <= count(limit),
        `${field}.request`,
        print(request),
        `no more than the limit, ${print(limit)}`,
      ),
    ];
  } catch (error) {
    return [{ field, is: error instanceof Error ? error.message : String(error), expected: 'an exact amount' }];
  }
}

function positiveSize(field: string, size: Size): readonly DataProblem[] {
  return unless(sizeBytes(size) > 0, field, sizeQuantity(size), 'more than 0');
}

function wholeDays(field: string, duration: Duration): readonly DataProblem[] {
  const days = duration.toDays({ integral: false });
  return unless(Number.isInteger(days) && days >= 1, field, `${days} days`, 'a whole number of days, 1 or more');
}
