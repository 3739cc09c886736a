import type { Manifest } from '../../../validation/manifest';
import { objectId } from '../../../validation/manifest';
import type { WorkloadManifest } from '../../../validation/pods/pods';

/**
 * Returns how each workload is called in a report: `Kind/namespace/name`, and where a set holds the same one again,
 * with a number behind it.
 */
export function workloadIds(workloads: readonly WorkloadManifest[]): ReadonlyMap<Manifest, string> {
  const counts = new Map<string, number>();
  return new Map(
    workloads.map(({ manifest }) => {
      const id = objectId(manifest);
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return [manifest, count === 1 ? id : `${id} ${count}`] as const;
    }),
  );
}
