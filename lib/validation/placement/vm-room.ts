import { requestsAllowance } from '../capacity/allowance';
import { countedResources } from '../quantities/counted-resources';
import type { CountedResource } from '../quantities/counted-resources';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { CloudCapacity } from '../rule';

/**
 * How many Pods the kubelet runs on one VM unless it is configured otherwise.
 *
 * @see kubernetes/kubernetes v1.27 pkg/kubelet/apis/config/v1beta1/defaults.go, MaxPods
 */
export const MAX_PODS_PER_VM = 110;

/**
 * Returns what Pods may request on one VM: all of it less the share of the system, rounded down to thousandths of a
 * CPU and to whole Mi.
 *
 * @throws RangeError if a number of the capacity is not an integer
 */
export function vmRoom(cloud: CloudCapacity): ResourceAmounts {
  const requestsSharePercent = Math.max(100 - cloud.systemSharePercent, 0);
  const { cpuMillis, memoryBytes } = requestsAllowance({ ...cloud, vms: 1, requestsSharePercent });
  return { cpuMillis, memoryBytes: memoryBytes - (memoryBytes % 2 ** 20) };
}

/** Returns where the room of a VM comes from: `8 less 5 % for the system`. */
export function roomReason(cloud: CloudCapacity, resource: CountedResource): string {
  const vm = resource.name === 'cpu' ? cloud.vmCpuMillis : cloud.vmMemoryBytes;
  return `${resource.format(vm)} less ${cloud.systemSharePercent} % for the system`;
}

/** Writes an amount of both resources, without one that is 0: `0.5 CPU and 1Gi of memory`, or `nothing`. */
export function describeAmounts(amounts: ResourceAmounts): string {
  const parts = countedResources.flatMap(({ amount, describe }) =>
    amounts[amount] > 0 ? describe(amounts[amount]) : [],
  );
  return parts.length === 0 ? 'nothing' : parts.join(' and ');
}

/** Writes a number of VMs: `1 VM`, `2 VMs`. */
export function countedVms(count: number): string {
  return `${count} ${count === 1 ? 'VM' : 'VMs'}`;
}
