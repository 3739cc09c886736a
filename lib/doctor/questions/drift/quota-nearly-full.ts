import { asObject, objectId } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { tryWorkload } from '../../../validation/pods/pods';
import { nameOf, namespaceOf, shortId } from '../reading/named';
import { podQuotaCharge, quotaCountsPods } from '../reading/pod-quota-charge';
import { quotaEvidence, quotaUses } from '../reading/quota-use';
import type { QuotaUse } from '../reading/quota-use';

/** From this share on a quota is told of, in per cent. */
const NEARLY_FULL_PERCENT = 90;

/** What is counted in CPU or bytes, and Pods: a full number of other objects is often meant. */
const TOLD = /^(?:(?:requests|limits)\.)?(?:cpu|memory)$|^pods$|^requests\.storage$/;

/** A quota with little room left: the next rollout, job or Pod that moves may be refused. */
export const quotaNearlyFull: Question = {
  id: 'quota-nearly-full',
  severity: 'warning',
  summary: { en: 'Is a quota nearly used up?', zh: '是否有配额快要用完？' },
  needs: ['resourcequotas'],
  ask: (cluster) => {
    const charges = chargesOf(cluster);
    return cluster.ofKind('ResourceQuota').flatMap((quota) => {
      const uses = quotaUses(quota).filter(({ resource, used, hard }) => {
        return TOLD.test(resource.name) && hard > 0 && used > 0 && used * 100 >= hard * NEARLY_FULL_PERCENT;
      });
      const [first] = uses;
      if (first === undefined) return [];
      const lines = uses.map(
        ({ resource: { name, format }, used, hard }) => `${name} ${format(used)} / ${format(hard)}`,
      );
      const without = workloadsWithoutRoom(charges, quota);
      return [
        {
          object: objectId(quota),
          cause: {
            en: `the quota ${nameOf(quota)} is nearly used up (used / allowed): ${lines.join(', ')}${without.length === 0 ? '' : `; no room for one more Pod of ${without.join(', ')}`}`,
            zh: `配额 ${nameOf(quota)} 快用完了（已用 / 上限）：${lines.join('、')}${without.length === 0 ? '' : `；再加一个 Pod 就放不下的有 ${without.join('、')}`}`,
          },
          evidence: uses.map(({ resource }) => quotaEvidence(quota, resource.name)),
          remedy: {
            en: 'Lower requests, or use more VMs, before the next rollout that adds a Pod.',
            zh: '在下次会增加 Pod 的发布之前，降低 requests 或增加虚拟机。',
          },
        },
      ];
    });
  },
};

/** How many workloads are named. */
const NAMED = 3;

interface Charged {
  readonly workload: Manifest;
  readonly podSpec: JsonObject;
  readonly charge: ReadonlyMap<string, number>;
}

function chargesOf(cluster: Cluster): readonly Charged[] {
  const workloads = ['Deployment', 'StatefulSet', 'CronJob'].flatMap((kind) => cluster.ofKind(kind));
  return workloads.map((workload) => {
    const podSpec = tryWorkload(workload)?.podSpec ?? {};
    return { workload, podSpec, charge: podQuotaCharge(podSpec) };
  });
}

function workloadsWithoutRoom(charges: readonly Charged[], quota: Manifest): readonly string[] {
  const [uses, spec, namespace] = [quotaUses(quota), asObject(quota.json['spec']), namespaceOf(quota)];
  const found: string[] = [];
  for (const { workload, podSpec, charge } of charges) {
    if (found.length === NAMED) break;
    const isCounted = namespaceOf(workload) === namespace && quotaCountsPods(spec, podSpec);
    if (isCounted && uses.some((use) => isFull(use, charge))) found.push(shortId(workload));
  }
  return found;
}

function isFull({ resource, used, hard }: QuotaUse, charge: ReadonlyMap<string, number>): boolean {
  const asked = charge.get(resource.name) ?? 0;
  return asked > 0 && used + asked > hard;
}
