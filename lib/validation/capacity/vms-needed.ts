import type { CountedResource } from '../quantities/counted-resources';
import { steadyRequests } from '../pods/demand';
import type { Demand } from '../pods/demand';
import type { CloudCapacity } from '../rule';

/**
 * Returns the smallest number of VMs whose share holds the steady requests of a resource, or undefined if no number
 * does: a DaemonSet asks the same of every VM that is added.
 */
export function tryVmsNeeded(
  demands: readonly Demand[],
  cloud: CloudCapacity,
  { amount }: CountedResource,
): number | undefined {
  let perVm = 0n;
  let fixed = 0n;
  for (const demand of demands) {
    if (demand.workload.kind === 'DaemonSet') perVm += BigInt(demand.charge.requests[amount]);
    else fixed += BigInt(steadyRequests(demand)[amount]);
  }

  const vm = BigInt(amount === 'cpuMillis' ? cloud.vmCpuMillis : cloud.vmMemoryBytes);
  const gainPerVm = vm * BigInt(cloud.requestsSharePercent) - 100n * perVm;
  if (gainPerVm < 0n || (gainPerVm === 0n && fixed > 0n)) return undefined;
  return fixed === 0n ? 1 : Number((100n * fixed + gainPerVm - 1n) / gainPerVm);
}
