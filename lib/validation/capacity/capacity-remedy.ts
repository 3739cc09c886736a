import type { CountedResource } from '../quantities/counted-resources';
import type { Demand } from '../pods/demand';
import { tryLoweredAmount } from './lowered-amount';
import { workloadName } from '../pods/pods';
import { biggestFirst } from './requests-remedy';

/** How far the requests of a resource pass what there is. */
export interface Excess {
  readonly resource: CountedResource;
  /** More than 0. */
  readonly excess: number;
}

/**
 * Returns the way out that lowers requests: for each resource the biggest workload that can give the excess alone and
 * keep something, with what each of its Pods has to come to.
 *
 * @param demands the workloads that may be lowered, `steadyPods` being the Pods that count in the sum
 */
export function lowering(demands: readonly Demand[], excesses: readonly Excess[]): string {
  return `lower ${excesses.map((excess) => loweringOf(demands, excess)).join(' and ')}`;
}

/** Returns the way out that adds VMs, by the file in which their number is set where that is known; none if no number does. */
export function moreVms(count: number | undefined, source: string | undefined): readonly string[] {
  if (count === undefined) return [];
  return [source === undefined ? `use ${count} VMs` : `raise vms to ${count} in ${source}`];
}

/** Returns the ways out as one sentence, at least one being given. */
export function anyOf(waysOut: readonly string[]): string {
  const text = waysOut.join(', or ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function loweringOf(demands: readonly Demand[], { resource, excess }: Excess): string {
  for (const { workload, charge, steadyPods } of biggestFirst(demands, resource)) {
    const now = charge.requests[resource.amount];
    const then = tryLoweredAmount(now, excess, steadyPods, resource);
    if (then !== undefined) {
      const change = `from ${resource.describe(now)} to ${resource.describe(then)}`;
      return `the request of ${workloadName(workload)} ${change}${steadyPods === 1 ? '' : ' in each Pod'}`;
    }
  }
  return `requests by ${resource.describe(excess)}`;
}
