/** An amount of the two resources that the container cloud counts, as integers from 0 to 2^53 - 1. */
export interface ResourceAmounts {
  /** In thousandths of a CPU. */
  readonly cpuMillis: number;
  readonly memoryBytes: number;
}

/** No CPU and no memory. */
export const noAmounts: ResourceAmounts = { cpuMillis: 0, memoryBytes: 0 };

/** Returns the sum, which stays at 2^53 - 1 once it is there instead of losing units. */
export function plus(one: ResourceAmounts, other: ResourceAmounts): ResourceAmounts {
  return {
    cpuMillis: capped(one.cpuMillis + other.cpuMillis),
    memoryBytes: capped(one.memoryBytes + other.memoryBytes),
  };
}

/** Returns the amount of that many Pods, which stays at 2^53 - 1 once it is there instead of losing units. */
export function times(amounts: ResourceAmounts, count: number): ResourceAmounts {
  return { cpuMillis: capped(amounts.cpuMillis * count), memoryBytes: capped(amounts.memoryBytes * count) };
}

/** Returns for each resource the larger amount. */
export function larger(one: ResourceAmounts, other: ResourceAmounts): ResourceAmounts {
  return {
    cpuMillis: Math.max(one.cpuMillis, other.cpuMillis),
    memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
  };
}

/** Exact below the cap: a sum or product of integers that is inexact in a JavaScript number is beyond it. */
function capped(amount: number): number {
  return Math.min(amount, Number.MAX_SAFE_INTEGER);
}
