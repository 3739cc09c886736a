import type { PodGroup } from './pod-groups';
import { noAmounts, plus } from '../quantities/resource-amounts';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { VmPool } from './vm-pool';

/** Returns what of a VM is left to other Pods by those that run on every VM, 0 or more. */
export function roomBesideDaemonSets(groups: readonly PodGroup[], room: ResourceAmounts): ResourceAmounts {
  const taken = groups
    .filter(({ everyVm }) => everyVm)
    .map(({ requests }) => requests)
    .reduce(plus, noAmounts);
  return {
    cpuMillis: Math.max(room.cpuMillis - taken.cpuMillis, 0),
    memoryBytes: Math.max(room.memoryBytes - taken.memoryBytes, 0),
  };
}

/**
 * Returns what is free on the VM that a Pod has to be lowered least for, or undefined where something else than its
 * size keeps it off or nothing is left.
 */
export function tryFreeSpot(group: PodGroup, pool: VmPool): ResourceAmounts | undefined {
  const { cpuMillis, memoryBytes } = group.requests;
  let largest: ResourceAmounts | undefined;
  let mostKept = 0;
  for (let vm = 0; vm < pool.size; vm += 1) {
    if (!pool.keepsNoneOff(group, vm)) continue;
    const free = { cpuMillis: pool.freeCpu[vm] ?? 0, memoryBytes: pool.freeMemory[vm] ?? 0 };
    const kept = Math.min(1, free.cpuMillis / Math.max(cpuMillis, 1), free.memoryBytes / Math.max(memoryBytes, 1));
    if (kept > mostKept) [largest, mostKept] = [free, kept];
  }
  return largest;
}
