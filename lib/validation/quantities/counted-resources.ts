import type { Json } from '../manifest';
import { tryCpuMillis, tryMemoryBytes } from './quantity';
import { formatCpu, formatMemory } from './quantity-format';
import type { ResourceAmounts } from './resource-amounts';

/** One of the resources that the container cloud counts: how it is called, read and written. */
export interface CountedResource {
  /** Its key in `resources.requests` and `resources.limits`. */
  readonly name: 'cpu' | 'memory';
  readonly amount: keyof ResourceAmounts;
  readonly tryParse: (value: Json | undefined) => number | undefined;
  /** Writes an amount where the resource is known: `8`, `22Gi`. */
  readonly format: (amount: number) => string;
  /** Writes an amount in a sentence: `8 CPU`, `22Gi of memory`. */
  readonly describe: (amount: number) => string;
}

/** CPU and memory, in the order in which they are reported. */
export const countedResources: readonly [CountedResource, CountedResource] = [
  {
    name: 'cpu',
    amount: 'cpuMillis',
    tryParse: tryCpuMillis,
    format: formatCpu,
    describe: (amount) => `${formatCpu(amount)} CPU`,
  },
  {
    name: 'memory',
    amount: 'memoryBytes',
    tryParse: tryMemoryBytes,
    format: formatMemory,
    describe: (amount) => `${formatMemory(amount)} of memory`,
  },
];
