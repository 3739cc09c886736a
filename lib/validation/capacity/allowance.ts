import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { CloudCapacity } from '../rule';

const GI = 2 ** 30;
const MI = 2 ** 20;

/**
 * Returns what everything that runs may request together: the share of all VMs.
 *
 * Rounded down to whole thousandths of a CPU and to whole bytes.
 *
 * @throws RangeError if a number of the capacity is not an integer
 */
export function requestsAllowance(cloud: CloudCapacity): ResourceAmounts {
  const { vms, vmCpuMillis, vmMemoryBytes, requestsSharePercent } = cloud;
  return {
    cpuMillis: shareOf(vms, vmCpuMillis, requestsSharePercent),
    memoryBytes: shareOf(vms, vmMemoryBytes, requestsSharePercent),
  };
}

/**
 * Returns what the limits of a single YAML may come to: the share of one VM.
 *
 * CPU is rounded down to whole thousandths, and memory to whole Gi because the platform states 70 % of 32G as 22G.
 * Below 1Gi, where that would leave nothing, it is whole Mi.
 *
 * @throws RangeError if a number of the capacity is not an integer
 */
export function limitsAllowance(cloud: CloudCapacity): ResourceAmounts {
  const { vmCpuMillis, vmMemoryBytes, limitsSharePercent } = cloud;
  const memoryBytes = shareOf(1, vmMemoryBytes, limitsSharePercent);
  return {
    cpuMillis: shareOf(1, vmCpuMillis, limitsSharePercent),
    memoryBytes: memoryBytes - (memoryBytes % (memoryBytes >= GI ? GI : MI)),
  };
}

function shareOf(vms: number, vm: number, percent: number): number {
  // As bigint, since the product of the three passes 2^53 with a few hundred large VMs.
  return Number((BigInt(vms) * BigInt(vm) * BigInt(percent)) / 100n);
}
