import { limitsAllowance, requestsAllowance } from './allowance';
import { sumOfSteadyRequests } from '../pods/demand';
import type { Demand } from '../pods/demand';
import { rolloutPeak, rolloutPeakAllAtOnce } from './peak-demand';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { RuleEnvironment } from '../rule';

/** What a set of objects asks of the container cloud, and what it may, as plain data of a report. */
export interface SetCapacity {
  /** @default none: the objects belong to no environment of this program */
  readonly environment?: string;
  /** Requests of everything that runs. */
  readonly requests: ResourceAmounts;
  /** @default not known, and with it no allowance: nobody said how many VMs there are */
  readonly requestsAllowed?: ResourceAmounts;
  /** Requests while the workload with the largest surge is rolled out. */
  readonly rolloutPeak: ResourceAmounts;
  /** Requests with everything rolled out at once, autoscalers at their maximum and one run of every job. */
  readonly rolloutPeakAllAtOnce: ResourceAmounts;
  /** What the limits of one file may come to. */
  readonly limitsAllowed?: ResourceAmounts;
}

/** Adds up what the workloads of a set ask. */
export function setCapacity(demands: readonly Demand[], { name, cloud }: RuleEnvironment): SetCapacity {
  return {
    ...(name === undefined ? {} : { environment: name }),
    requests: sumOfSteadyRequests(demands),
    ...(cloud === undefined ? {} : { requestsAllowed: requestsAllowance(cloud) }),
    rolloutPeak: rolloutPeak(demands),
    rolloutPeakAllAtOnce: rolloutPeakAllAtOnce(demands),
    ...(cloud === undefined ? {} : { limitsAllowed: limitsAllowance(cloud) }),
  };
}
