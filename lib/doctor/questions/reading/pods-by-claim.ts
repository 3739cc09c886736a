import { addToList } from '../../../validation/add-to-list';
import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { nameOf, namespaceOf } from './named';
import { hasEnded } from './pod-state';

const READ = new WeakMap<Cluster, ReadonlyMap<string, readonly Manifest[]>>();

/** Returns the Pods of a namespace that mount a claim and have not ended. */
export function podsWithClaim(cluster: Cluster, namespace: string, claim: string): readonly Manifest[] {
  const byClaim = READ.get(cluster) ?? readAll(cluster);
  READ.set(cluster, byClaim);
  return byClaim.get(`${namespace}/${claim}`) ?? [];
}

/** Returns the names of the claims that a Pod mounts, those of generic ephemeral volumes included. */
export function claimsOf({ metadata, spec }: JsonObject): readonly string[] {
  const podName = asText(asObject(metadata)['name']);
  return asList(asObject(spec)['volumes'])
    .map(asObject)
    .flatMap((volume) => {
      const claim = asText(asObject(volume['persistentVolumeClaim'])['claimName']);
      if (claim !== '') return [claim];
      return volume['ephemeral'] === undefined ? [] : [`${podName}-${asText(volume['name'])}`];
    });
}

function readAll(cluster: Cluster): ReadonlyMap<string, readonly Manifest[]> {
  const byClaim = new Map<string, Manifest[]>();
  for (const pod of cluster.ofKind('Pod')) {
    if (hasEnded(pod) || nameOf(pod) === '') continue;
    for (const claim of new Set(claimsOf(pod.json))) {
      const key = `${namespaceOf(pod)}/${claim}`;
      addToList(byClaim, key, pod);
    }
  }
  return byClaim;
}
