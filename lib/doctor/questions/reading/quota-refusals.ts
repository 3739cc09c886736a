import { asObject, objectId } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Cluster } from '../../cluster/cluster';
import { tryExceededQuota } from './exceeded-quota';
import { controllersLackingPods } from './missing-pods';
import { nameOf, namespaceOf } from './named';
import { podQuotaCharge, quotaCountsPods } from './pod-quota-charge';
import { quotaEvidence, quotaUses } from './quota-use';
import type { QuotaUse } from './quota-use';
import { refusalsOf } from './refusals';

/** So many quotas of a namespace are held against each controller; nobody has more. */
const MOST_QUOTAS = 20;

/** Objects of one controller that a quota does not let in. */
export interface QuotaRefusal {
  readonly namespace: string;
  readonly quota: string;
  /** What is refused, as the API server's plural: `pods`. */
  readonly plural: string;
  readonly controller: Manifest;
  readonly workload: Manifest;
  readonly missing: number;
  readonly there: number;
  /** What each object asks, by key of the quota. */
  readonly asks: ReadonlyMap<string, number>;
  /** What is used and allowed of each exceeded key, as the message says. @default none: no message was found */
  readonly told?: { readonly used: ReadonlyMap<string, number>; readonly limited: ReadonlyMap<string, number> };
  readonly evidence: string;
}

/**
 * Returns what quotas refuse: by the messages of the controllers and, where those have expired, by what the next Pod
 * would take of a quota that has not so much left.
 */
export function quotaRefusalsOf(cluster: Cluster): readonly QuotaRefusal[] {
  const refusals = refusalsOf(cluster);
  const others = refusals.filter(({ kind }) => kind !== 'quota-exceeded').map(({ controller }) => controller);
  const told = refusals.flatMap(({ message, controller, workload, missing, there, evidence }) => {
    const exceeded = tryExceededQuota(message);
    if (exceeded === undefined) return [];
    const { quota, plural, requested, used, limited } = exceeded;
    const charge = plural === 'pods' ? podQuotaCharge(podSpecOf(controller)) : new Map<string, number>();
    const place = { namespace: namespaceOf(controller), quota, plural, controller, workload, missing, there };
    return [{ ...place, asks: new Map([...charge, ...requested]), told: { used, limited }, evidence }];
  });
  return [...told, ...computed(cluster, new Set(others), told)];
}

/** What other quotas would refuse besides those that have spoken, and all of them where nobody has. */
function computed(
  cluster: Cluster,
  explained: ReadonlySet<Manifest>,
  told: readonly QuotaRefusal[],
): readonly QuotaRefusal[] {
  const spoken = new Set(told.map(({ controller, quota }) => `${objectId(controller)} ${quota}`));
  const quotas = new Map<string, { readonly quota: Manifest; readonly uses: readonly QuotaUse[] }[]>();
  for (const quota of cluster.ofKind('ResourceQuota')) {
    const read = { quota, uses: quotaUses(quota) };
    const others = quotas.get(namespaceOf(quota));
    if (others === undefined) quotas.set(namespaceOf(quota), [read]);
    else if (others.length < MOST_QUOTAS) others.push(read);
  }
  return controllersLackingPods(cluster).flatMap(({ controller, workload, missing, there }) => {
    if (explained.has(controller)) return [];
    const podSpec = podSpecOf(controller);
    const asks = podQuotaCharge(podSpec);
    return (quotas.get(namespaceOf(controller)) ?? []).flatMap(({ quota, uses }) => {
      if (spoken.has(`${objectId(controller)} ${nameOf(quota)}`)) return [];
      if (!quotaCountsPods(asObject(quota.json['spec']), podSpec)) return [];
      const full = uses.find(({ resource, used, hard }) => used + (asks.get(resource.name) ?? 0) > hard);
      // Over the allowance already, with a Pod that asks nothing of it, is no reason to refuse the Pod.
      if (full === undefined || (asks.get(full.resource.name) ?? 0) === 0) return [];
      const place = { namespace: namespaceOf(controller), quota: nameOf(quota), plural: 'pods', controller, workload };
      return [{ ...place, missing, there, asks, evidence: quotaEvidence(quota, full.resource.name) }];
    });
  });
}

function podSpecOf(controller: Manifest): JsonObject {
  return tryWorkload(controller)?.podSpec ?? {};
}
