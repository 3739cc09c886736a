import type { PodGroup } from './pod-groups';
import { countsFromZero } from './vm-pool';
import type { VmsToFill } from './vm-pool';

/** How many Pods of a workload one VM may run, and what says so. */
export interface PodsPerVm {
  readonly most: number;
  /** The field, below the spec of the Pod. */
  readonly field: string;
  /** As in `required anti-affinity lets a VM run 1 of them`. */
  readonly reason: string;
  /** The way out other than fewer Pods or more VMs. */
  readonly wayOut: string;
}

const REPELLED_BY_THEMSELVES: PodsPerVm = {
  most: 1,
  field: 'affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution',
  reason: 'required anti-affinity',
  wayOut: 'prefer the anti-affinity instead of requiring it',
};

const ON_A_HOST_PORT: PodsPerVm = {
  most: 1,
  field: 'containers',
  reason: 'a host port',
  wayOut: 'give the port to a Service instead of the VM',
};

/** Returns how many Pods of a workload one VM may run whatever else is there, or undefined if only sizes decide. */
export function tryPodsPerVm(group: PodGroup, vms: VmsToFill): PodsPerVm | undefined {
  if (group.hostPorts.length > 0) return ON_A_HOST_PORT;
  if (group.repels.some((term) => group.meantBy.includes(term))) return REPELLED_BY_THEMSELVES;
  const skews = group.spreads
    .filter((spread) => spread.countsItself && countsFromZero(spread, vms))
    .map(({ maxSkew }) => maxSkew);
  if (skews.length === 0) return undefined;
  return {
    most: Math.min(...skews),
    field: 'topologySpreadConstraints',
    reason: `the topology spread, which ${vms.oneIsLost ? 'counts the lost VM as an empty one' : 'asks for more VMs than there are'},`,
    wayOut: vms.oneIsLost ? 'set nodeTaintsPolicy to Honor' : 'lower minDomains',
  };
}
