import { asObject, asText, kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { tryMemoryBytes } from '../../../validation/quantities/quantity';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { readKinds } from '../../cluster/read-kinds';
import { missingObjects } from './missing-objects';
import { nameOf, namespaceOf } from './named';
import type { QuotaRefusal } from './quota-refusals';
import { quotaEvidence, quotaUses } from './quota-use';

/** The kinds that a quota also counts under their plural alone. */
const COUNTED_PLURALS: ReadonlySet<string> = new Set(['services', 'configmaps', 'secrets', 'persistentvolumeclaims']);

/**
 * Returns what was published, is not there, and would not fit into a quota: `kubectl apply` was refused at once, and
 * there is no event about it.
 */
export function objectsWithoutQuota(cluster: Cluster, expected: Expected): readonly QuotaRefusal[] {
  const quotas = cluster.ofKind('ResourceQuota').map((quota) => ({ quota, uses: quotaUses(quota) }));
  if (quotas.length === 0) return [];
  return missingObjects(cluster, expected).flatMap(({ manifest, namespace }) => {
    const asks = objectQuotaCharge(manifest);
    const full = quotas.flatMap(({ quota, uses }) => {
      if (namespaceOf(quota) !== namespace) return [];
      const use = uses.find(
        ({ resource: { name }, used, hard }) => asks.has(name) && used + (asks.get(name) ?? 0) > hard,
      );
      return use === undefined ? [] : [{ quota, name: use.resource.name }];
    });
    return full.map(({ quota, name }) => ({
      namespace,
      quota: nameOf(quota),
      plural: readKinds.find(({ kind }) => kind === kindOf(manifest))?.resource ?? '',
      controller: manifest,
      workload: manifest,
      missing: 1,
      there: 0,
      asks,
      evidence: quotaEvidence(quota, name),
    }));
  });
}

/** Returns what an object takes of a quota by being there, by the quota's key: its number, and the storage of a claim. */
export function objectQuotaCharge(manifest: Manifest): ReadonlyMap<string, number> {
  const kind = readKinds.find((one) => one.kind === kindOf(manifest));
  const spec = asObject(manifest.json['spec']);
  const charge = new Map<string, number>();
  if (kind === undefined) return charge;
  charge.set(`count/${kind.resource}`, 1);
  if (COUNTED_PLURALS.has(kind.plural)) charge.set(kind.plural, 1);
  if (kind.plural === 'services') {
    if (spec['type'] === 'NodePort' || spec['type'] === 'LoadBalancer') charge.set('services.nodeports', 1);
    if (spec['type'] === 'LoadBalancer') charge.set('services.loadbalancers', 1);
  }
  if (kind.plural === 'persistentvolumeclaims') {
    const storage = tryMemoryBytes(asObject(asObject(spec['resources'])['requests'])['storage']) ?? 0;
    const storageClass = `${asText(spec['storageClassName'])}.storageclass.storage.k8s.io`;
    charge.set('requests.storage', storage);
    charge.set(`${storageClass}/requests.storage`, storage).set(`${storageClass}/persistentvolumeclaims`, 1);
  }
  return charge;
}
