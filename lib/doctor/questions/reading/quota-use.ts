import { asObject, asText } from '../../../validation/manifest';
import type { Json, Manifest } from '../../../validation/manifest';
import { tryCpuMillis, tryMemoryBytes } from '../../../validation/quantities/quantity';
import { formatCpu, formatMemory } from '../../../validation/quantities/quantity-format';
import { writtenScalar } from './written-scalar';

/** Something that a ResourceQuota counts: how its amounts are read and written. */
export interface QuotaResource {
  /** Its key in the quota: `requests.cpu`, `pods`, `count/jobs.batch`. */
  readonly name: string;
  readonly tryParse: (value: Json | undefined) => number | undefined;
  readonly format: (amount: number) => string;
}

/** How much of a resource of a quota is taken. */
export interface QuotaUse {
  readonly resource: QuotaResource;
  readonly used: number;
  readonly hard: number;
}

/** Returns how a key of a quota is read and written: thousandths of a CPU, bytes, or a number of objects. */
export function quotaResource(name: string): QuotaResource {
  const isCount = name.startsWith('count/') || name.endsWith('/persistentvolumeclaims');
  if (!isCount && /(?:^|\.)cpu$/.test(name)) return { name, tryParse: tryCpuMillis, format: formatCpu };
  const isBytes = !isCount && /(?:^|[./])(?:memory|storage|ephemeral-storage|hugepages-\w+)$/.test(name);
  return { name, tryParse: tryMemoryBytes, format: isBytes ? formatMemory : String };
}

/** Returns what a quota says that it allows and that is used of it, what cannot be read left out, sorted by name. */
export function quotaUses(quota: Manifest): readonly QuotaUse[] {
  const [spec, status] = [asObject(quota.json['spec']), asObject(quota.json['status'])];
  const used = asObject(status['used']);
  // The spec is what somebody asked for last; admission compares with the status, which follows in a moment.
  const allowed = Object.keys(asObject(status['hard'])).length > 0 ? asObject(status['hard']) : asObject(spec['hard']);
  return Object.keys(allowed)
    .sort()
    .flatMap((name) => {
      const resource = quotaResource(name);
      const [hard, taken] = [resource.tryParse(allowed[name]), resource.tryParse(used[name] ?? 0)];
      return hard === undefined || taken === undefined ? [] : [{ resource, used: taken, hard }];
    });
}

/** Returns a line of a quota as evidence: `ResourceQuota/q: requests.cpu used 7800m of 8`. */
export function quotaEvidence(quota: Manifest, name: string): string {
  const [spec, status] = [asObject(quota.json['spec']), asObject(quota.json['status'])];
  const hard = asObject(status['hard'])[name] ?? asObject(spec['hard'])[name];
  const used = asObject(status['used'])[name] ?? '0';
  const quotaName = asText(asObject(quota.json['metadata'])['name']);
  return `ResourceQuota/${quotaName}: ${name} used ${writtenScalar(used)} of ${writtenScalar(hard)}`;
}
