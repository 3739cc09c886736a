import { formatCpu, formatMemory } from '../../../validation/quantities/quantity-format';
import type { ResourceAmounts } from '../../../validation/quantities/resource-amounts';
import type { CloudCapacity } from '../../../validation/rule';

/** Returns a share in whole per cent, rounded down up to 100 and up beyond: neither 99.9 nor 100.1 % looks like 100. */
export function percentText(used: number, allowed: number): string {
  if (allowed === 0) return used === 0 ? '0 %' : '∞';
  const percent = (used * 100) / allowed;
  return `${used > allowed ? Math.ceil(percent) : Math.floor(percent)} %`;
}

/** Returns both amounts as people write them: `0.5 CPU, 3Gi`. */
export function amountsText({ cpuMillis, memoryBytes }: ResourceAmounts): string {
  return `${formatCpu(cpuMillis)} CPU, ${formatMemory(memoryBytes)}`;
}

/** Returns the VMs of a cloud: `2 × 8 CPU, 32Gi`. */
export function cloudText({ vms, vmCpuMillis, vmMemoryBytes }: CloudCapacity): string {
  return `${vms} × ${amountsText({ cpuMillis: vmCpuMillis, memoryBytes: vmMemoryBytes })}`;
}
