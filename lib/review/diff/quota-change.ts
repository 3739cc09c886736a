import { capacityUse, fullestFile } from '../../validation/capacity/capacity-use';
import { rolloutPeak, rolloutPeakAllAtOnce } from '../../validation/capacity/peak-demand';
import type { Manifest } from '../../validation/manifest';
import { demandsOf, sumOfSteadyRequests } from '../../validation/pods/demand';
import type { Demand } from '../../validation/pods/demand';
import type { ResourceAmounts } from '../../validation/quantities/resource-amounts';
import type { CloudCapacity } from '../../validation/rule';

/** What a change does to the quota. */
export interface QuotaChange {
  /** Requests of everything that runs. */
  readonly before: ResourceAmounts;
  readonly after: ResourceAmounts;
  /** @default not known: nobody said how many VMs there are */
  readonly allowed?: ResourceAmounts;
  /** Requests while the workload with the largest surge is rolled out. */
  readonly rolloutPeakAfter: ResourceAmounts;
  /** Requests with everything rolled out at once and one run of every job. */
  readonly peakAllAtOnceAfter: ResourceAmounts;
  /** The file that is nearest to what the limits of one may come to. @default not known, or nothing runs */
  readonly fullestFileAfter?: {
    readonly file: string;
    readonly limits: ResourceAmounts;
    readonly allowed: ResourceAmounts;
  };
}

/** A DaemonSet has a Pod on each VM, and where nobody says how many there are, one is certain. */
const CERTAIN_VMS = 1;

/**
 * Adds up what both sets request.
 *
 * @param cloud what is allowed; without it there are only the sums
 */
export function quotaChange(
  before: readonly Manifest[],
  after: readonly Manifest[],
  cloud: CloudCapacity | undefined,
): QuotaChange {
  const vms = cloud?.vms ?? CERTAIN_VMS;
  const demands = demandsOf(after, vms);
  return {
    before: sumOfSteadyRequests(demandsOf(before, vms)),
    after: sumOfSteadyRequests(demands),
    rolloutPeakAfter: rolloutPeak(demands),
    peakAllAtOnceAfter: rolloutPeakAllAtOnce(demands),
    ...(cloud === undefined ? {} : allowances(demands, cloud)),
  };
}

function allowances(
  demands: readonly Demand[],
  cloud: CloudCapacity,
): Pick<QuotaChange, 'allowed' | 'fullestFileAfter'> {
  const use = capacityUse(demands, cloud);
  const file = fullestFile(use);
  const limits = use.files.get(file ?? '')?.limits;
  return {
    allowed: use.requestsAllowed,
    ...(file === undefined || limits === undefined
      ? {}
      : { fullestFileAfter: { file, limits, allowed: use.limitsAllowed } }),
  };
}
