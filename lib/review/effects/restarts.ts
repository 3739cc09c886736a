import { objectId } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { tryWorkload } from '../../validation/pods/pods';
import { effectsOf } from './effects-of';

/** What happens to the Pods when one set of manifests takes the place of another; objects as `Kind/namespace/name`, sorted. */
export interface Restarts {
  /** Workloads whose running Pods are replaced by new ones. */
  readonly restarted: readonly string[];
  /** Workloads that were not there before. */
  readonly added: readonly string[];
  /** Workloads that are there no more. */
  readonly removed: readonly string[];
}

/** Compares two sets of manifests as to which workloads restart. */
export function restartsBetween(before: readonly Manifest[], after: readonly Manifest[]): Restarts {
  const former = workloadsById(before);
  const next = workloadsById(after);
  const pairs = [...next].flatMap(([id, manifest]) => {
    const other = former.get(id);
    return other === undefined ? [] : [{ id, before: other, after: manifest }];
  });
  const effects = effectsOf(pairs, { before, after });
  return {
    restarted: [...new Set([...effects.values()].flatMap(({ restarts }) => restarts))].sort(),
    added: [...next.keys()].filter((id) => !former.has(id)).sort(),
    removed: [...former.keys()].filter((id) => !next.has(id)).sort(),
  };
}

function workloadsById(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const workloads = manifests.filter((manifest) => tryWorkload(manifest) !== undefined);
  return new Map(workloads.map((manifest) => [objectId(manifest), manifest]));
}
