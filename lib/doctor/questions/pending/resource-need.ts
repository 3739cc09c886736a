import { asList, asObject } from '../../../validation/manifest';
import type { Json, JsonObject } from '../../../validation/manifest';
import { podCharge } from '../../../validation/pods/pod-charge';
import { tryCpuMillis, tryMemoryBytes } from '../../../validation/quantities/quantity';
import { formatCpu, formatMemory } from '../../../validation/quantities/quantity-format';
import type { Text } from '../../../text';

/** Returns a quantity in the unit in which a resource is counted here: thousandths of a CPU, otherwise whole units. */
export function amountOf(resource: string, value: Json | undefined): number {
  return Math.max((resource === 'cpu' ? tryCpuMillis(value) : tryMemoryBytes(value)) ?? 0, 0);
}

/** Returns what the scheduler takes a Pod to ask of a resource, with a missing request as its limit. */
export function needOf(podSpec: JsonObject, resource: string): number {
  if (resource === 'cpu') return podCharge(podSpec).requests.cpuMillis;
  if (resource === 'memory') return podCharge(podSpec).requests.memoryBytes;
  const asked = (list: string) => asList(podSpec[list]).map((item) => askedBy(asObject(item), resource));
  const together = asked('containers').reduce((sum, one) => sum + one, 0);
  const overhead = amountOf(resource, asObject(podSpec['overhead'])[resource]);
  return asked('initContainers').reduce((most, one) => Math.max(most, one), together) + overhead;
}

/** Returns what one container asks of a resource. */
export function askedBy(container: JsonObject, resource: string): number {
  const resources = asObject(container['resources']);
  const [request, limit] = [asObject(resources['requests'])[resource], asObject(resources['limits'])[resource]];
  return amountOf(resource, request ?? limit);
}

/** Writes an amount of a resource where it is known which: `1.5`, `3Gi`. */
export function formatAmount(resource: string, amount: number): string {
  if (resource === 'cpu') return formatCpu(amount);
  return resource === 'memory' || resource.endsWith('storage') || resource.startsWith('hugepages-')
    ? formatMemory(amount)
    : String(amount);
}

/** Writes an amount of a resource in a sentence: `1.5 CPU`, `3Gi of memory`, `1 of nvidia.com/gpu`. */
export function describeAmount(resource: string, amount: number): Text {
  const written = formatAmount(resource, amount);
  if (resource === 'cpu') return { en: `${written} CPU`, zh: `${written} 核 CPU` };
  if (resource === 'memory') return { en: `${written} of memory`, zh: `${written} 内存` };
  if (resource === 'ephemeral-storage') return { en: `${written} of ephemeral storage`, zh: `${written} 临时存储` };
  return { en: `${written} of ${resource}`, zh: `${written} 个 ${resource}` };
}
