import { addToList } from '../../../validation/add-to-list';
import type { Cluster } from '../../cluster/cluster';
import { quotaResource, quotaUses } from './quota-use';
import type { QuotaResource } from './quota-use';
import type { QuotaRefusal } from './quota-refusals';

/** How far what is asked of one resource passes what a quota allows. */
export interface Shortage {
  readonly resource: QuotaResource;
  readonly used: number;
  readonly hard: number;
  /** What all missing objects ask together. */
  readonly asked: number;
  /** What is missing for all of them: used + asked - hard, more than 0. */
  readonly short: number;
}

/** A quota with what it does not let in. */
export interface QuotaShortage {
  readonly namespace: string;
  readonly quota: string;
  readonly refusals: readonly [QuotaRefusal, ...QuotaRefusal[]];
  /** Sorted by name. Empty where there is room for everything now. */
  readonly shortages: readonly Shortage[];
}

/** Returns the quotas that refuse something, each with what is missing, in the order of the refusals. */
export function quotaShortages(cluster: Cluster, refusals: readonly QuotaRefusal[]): readonly QuotaShortage[] {
  const byQuota = new Map<string, [QuotaRefusal, ...QuotaRefusal[]]>();
  for (const refusal of refusals) {
    const key = `${refusal.namespace}/${refusal.quota}`;
    addToList(byQuota, key, refusal);
  }
  return [...byQuota.values()].map((group) => {
    const [{ namespace, quota }] = group;
    return { namespace, quota, refusals: group, shortages: shortagesOf(cluster, namespace, quota, group) };
  });
}

function shortagesOf(
  cluster: Cluster,
  namespace: string,
  quota: string,
  refusals: readonly QuotaRefusal[],
): readonly Shortage[] {
  const known = cluster.tryFind('ResourceQuota', namespace, quota);
  const uses = known === undefined ? usesTold(refusals) : quotaUses(known);
  return uses.flatMap(({ resource, used, hard }) => {
    const asked = refusals.reduce((sum, { asks, missing }) => sum + (asks.get(resource.name) ?? 0) * missing, 0);
    const short = used + asked - hard;
    return asked > 0 && short > 0 ? [{ resource, used, hard, asked, short }] : [];
  });
}

/** Where the quota itself may not be read, the messages say of it what is exceeded. */
function usesTold(refusals: readonly QuotaRefusal[]) {
  const uses = new Map(
    refusals.flatMap(({ told }) =>
      [...(told?.limited ?? [])].map(([name, hard]) => {
        return [name, { resource: quotaResource(name), used: told?.used.get(name) ?? 0, hard }] as const;
      }),
    ),
  );
  return [...uses.values()].sort((one, other) => (one.resource.name < other.resource.name ? -1 : 1));
}
