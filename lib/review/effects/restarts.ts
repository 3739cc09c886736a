import { asObject, objectId } from '../../validation/manifest';
import type { Json, Manifest } from '../../validation/manifest';
import { tryWorkload } from '../../validation/pods/pods';
import type { WorkloadManifest } from '../../validation/pods/pods';

/** What happens to the Pods when one set of manifests takes the place of another; objects as `Kind/namespace/name`, sorted. */
export interface Restarts {
  /** Workloads whose running Pods are replaced by new ones. */
  readonly restarted: readonly string[];
  /** Workloads that were not there before. */
  readonly added: readonly string[];
  /** Workloads that are there no more. */
  readonly removed: readonly string[];
}

/** The kinds whose controller replaces running Pods when the template changes. The next run of a CronJob has the new one by itself. */
const ROLLING_KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Compares two sets of manifests as to which workloads restart: the Pod template is compared by value, not by text. */
export function restartsBetween(before: readonly Manifest[], after: readonly Manifest[]): Restarts {
  const former = workloadsById(before);
  const next = workloadsById(after);
  return {
    restarted: [...next.keys()].filter((id) => restartsPods(former.get(id), next.get(id))).sort(),
    added: [...next.keys()].filter((id) => !former.has(id)).sort(),
    removed: [...former.keys()].filter((id) => !next.has(id)).sort(),
  };
}

function workloadsById(manifests: readonly Manifest[]): ReadonlyMap<string, WorkloadManifest> {
  return new Map(
    manifests.flatMap((manifest) => {
      const workload = tryWorkload(manifest);
      return workload === undefined ? [] : [[objectId(manifest), workload] as const];
    }),
  );
}

function restartsPods(former: WorkloadManifest | undefined, next: WorkloadManifest | undefined): boolean {
  if (former === undefined || next === undefined || !ROLLING_KINDS.has(next.kind)) return false;
  // Without Pods before or after there is none to restart; with these two the controller leaves running Pods alone.
  if (former.spec['replicas'] === 0 || next.spec['replicas'] === 0) return false;
  if (next.spec['paused'] === true || asObject(next.spec['updateStrategy'])['type'] === 'OnDelete') return false;
  return canonical(former.spec['template']) !== canonical(next.spec['template']);
}

/** Returns a value as text in which the order of fields does not show. */
function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_, part: Json) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
}
