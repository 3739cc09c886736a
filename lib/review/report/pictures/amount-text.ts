import { formatCpu } from '../../../validation/quantities/quantity-format';
import type { ResourceAmounts } from '../../../validation/quantities/resource-amounts';

/** Returns amounts in the room that a picture has: `0.35 CPU, 1.4Gi`. */
export function roundedAmounts({ cpuMillis, memoryBytes }: ResourceAmounts): string {
  return `${formatCpu(cpuMillis)} CPU, ${gibText(memoryBytes)}`;
}

/** Returns memory in Gi with one decimal, or in Mi below one; rounded, since tables have the exact amounts. */
export function gibText(bytes: number): string {
  const gibibytes = bytes / 2 ** 30;
  if (gibibytes >= 1) return `${Math.round(gibibytes * 10) / 10}Gi`;
  return `${Math.round(bytes / 2 ** 20)}Mi`;
}
