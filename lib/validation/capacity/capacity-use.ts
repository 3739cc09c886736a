import { limitsAllowance, requestsAllowance } from './allowance';
import { steadyRequests, sumOfSteadyRequests, type Demand } from '../pods/demand';
import { noAmounts, plus, times, type ResourceAmounts } from '../quantities/resource-amounts';
import type { CloudCapacity } from '../rule';

/** What a set of objects uses of the container cloud, against what it may. */
export interface CapacityUse {
  /** Requests of everything that runs. */
  readonly requests: ResourceAmounts;
  readonly requestsAllowed: ResourceAmounts;
  /** Each file, by name. */
  readonly files: ReadonlyMap<string, FileUse>;
  /** What the limits of one file may come to. */
  readonly limitsAllowed: ResourceAmounts;
}

/** What one file uses. */
export interface FileUse {
  readonly requests: ResourceAmounts;
  readonly limits: ResourceAmounts;
}

/** Adds up what the workloads use: in all, and file by file. */
export function capacityUse(demands: readonly Demand[], cloud: CloudCapacity): CapacityUse {
  const files = new Map<string, FileUse>();
  for (const demand of demands) {
    const { file } = demand.workload.manifest;
    const known = files.get(file) ?? { requests: noAmounts, limits: noAmounts };
    files.set(file, {
      requests: plus(known.requests, steadyRequests(demand)),
      limits: plus(known.limits, limitsInFile(demand)),
    });
  }
  return {
    requests: sumOfSteadyRequests(demands),
    requestsAllowed: requestsAllowance(cloud),
    files,
    limitsAllowed: limitsAllowance(cloud),
  };
}

/** Returns what a workload adds to the limits of its file: limits × Pods. */
export function limitsInFile(demand: Demand): ResourceAmounts {
  return times(demand.charge.limits, podsInFile(demand));
}

/**
 * Returns the Pods with which a workload counts in its file: its steady ones, and those of one run for a Job or CronJob,
 * which has none while nothing happens.
 */
export function podsInFile({ workload: { kind }, steadyPods, peakPods }: Demand): number {
  return kind === 'Job' || kind === 'CronJob' ? peakPods : steadyPods;
}

/** Returns the name of the file that is nearest to what one may have, or undefined where no file runs anything. */
export function fullestFile({ files, limitsAllowed }: CapacityUse): string | undefined {
  const share = ({ limits }: FileUse) =>
    Math.max(limits.cpuMillis / limitsAllowed.cpuMillis, limits.memoryBytes / limitsAllowed.memoryBytes);
  let fullest: [string, FileUse] | undefined;
  for (const entry of files) {
    if (fullest === undefined || share(entry[1]) > share(fullest[1])) {
      fullest = entry;
    }
  }
  return fullest?.[0];
}
