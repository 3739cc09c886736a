import { objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { createdMillis } from './pod-state';
import { nameOf } from './named';

/** Some Pods of one workload, all with the same trouble. */
export interface WorkloadPods {
  /** The highest owner that was read. */
  readonly workload: Manifest;
  /** `Kind/namespace/name` of it. */
  readonly id: string;
  /** One or more, the newest first. */
  readonly pods: readonly [Manifest, ...Manifest[]];
}

/** Returns the Pods that a condition holds for, by workload, in the order of the workloads' names. */
export function workloadPods(cluster: Cluster, holds: (pod: Manifest) => boolean): readonly WorkloadPods[] {
  const byId = new Map<string, { workload: Manifest; pods: Manifest[] }>();
  for (const pod of cluster.ofKind('Pod')) {
    if (!holds(pod)) continue;
    const workload = cluster.topOwner(pod);
    const id = objectId(workload);
    const known = byId.get(id);
    if (known === undefined) byId.set(id, { workload, pods: [pod] });
    else known.pods.push(pod);
  }
  return [...byId]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, { workload, pods }]) => {
      const [newest, ...others] = pods.sort(
        (one, other) => createdMillis(other) - createdMillis(one) || (nameOf(one) < nameOf(other) ? -1 : 1),
      );
      return newest === undefined ? [] : [{ workload, id, pods: [newest, ...others] }];
    });
}
