import { countedResources } from '../quantities/counted-resources';
import type { CountedResource } from '../quantities/counted-resources';
import { steadyRequests } from '../pods/demand';
import type { Demand } from '../pods/demand';
import { tryLoweredAmount } from './lowered-amount';
import { workloadName } from '../pods/pods';
import type { CloudCapacity } from '../rule';
import { tryVmsNeeded } from './vms-needed';

/** How many workloads a remedy names before it only counts the others. */
const NAMED_WORKLOADS = 5;

/** What makes out a case of too large requests. */
export interface RequestsExcess {
  readonly demands: readonly Demand[];
  readonly resource: CountedResource;
  /** By how much the requests are too large, more than 0. */
  readonly excess: number;
  readonly cloud: CloudCapacity;
  /** The file in which the number of VMs is set. @default none */
  readonly source?: string;
}

/**
 * Returns what to do about requests that are too large, as one sentence: by how much to lower them, the one workload
 * that can give it (or the biggest ones that can together), and how many VMs would do for CPU and memory alike.
 */
export function requestsRemedy({ demands, resource, excess, cloud, source }: RequestsExcess): string {
  const ranked = biggestFirst(demands, resource);
  const reduction = trySingleReduction(ranked, resource, excess) ?? jointReduction(ranked, resource, excess);
  const vms = countedResources.map((counted) => tryVmsNeeded(demands, cloud, counted));
  const known = vms.filter((count) => count !== undefined);
  const enough = known.length === vms.length ? Math.max(...known) : undefined;
  const raise = source === undefined ? `use ${enough} VMs` : `raise vms to ${enough} in ${source}`;
  return `Lower requests by ${resource.describe(excess)}${reduction}${enough === undefined ? '' : `, or ${raise}`}.`;
}

/** Returns the workloads that request something of the resource in their steady state, the biggest first, equal ones by name. */
export function biggestFirst(demands: readonly Demand[], { amount }: CountedResource): readonly Demand[] {
  return demands
    .map((demand) => ({ demand, total: steadyRequests(demand)[amount], name: workloadName(demand.workload) }))
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total || (one.name < other.name ? -1 : Number(one.name > other.name)))
    .map(({ demand }) => demand);
}

/** The biggest workload that can give the excess and keep something loses the smallest part of what it has. */
function trySingleReduction(ranked: readonly Demand[], resource: CountedResource, excess: number): string | undefined {
  for (const { workload, charge, steadyPods } of ranked) {
    const now = charge.requests[resource.amount];
    const then = tryLoweredAmount(now, excess, steadyPods, resource);
    if (then !== undefined) {
      const change = `${workloadName(workload)} from ${resource.format(now)} to ${resource.format(then)}`;
      return `, for example ${change}${steadyPods === 1 ? '' : ` in each of its ${steadyPods} Pods`}`;
    }
  }
  return undefined;
}

function jointReduction(ranked: readonly Demand[], resource: CountedResource, excess: number): string {
  const names: string[] = [];
  let total = 0;
  for (const demand of ranked) {
    names.push(workloadName(demand.workload));
    total += steadyRequests(demand)[resource.amount];
    if (total > excess) break;
  }
  const others = names.length - NAMED_WORKLOADS;
  const named = others > 0 ? [...names.slice(0, NAMED_WORKLOADS), `${others} more`] : names;
  return named.length < 2 ? '' : `, for example across ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
