import { objectId } from '../../../validation/manifest';
import type { Demand } from '../../../validation/pods/demand';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import type { Question, Symptom } from '../../judge/finding';
import { listedNames } from '../reading/listed-names';
import { shortId } from '../reading/named';
import { explainedBy, refusedText } from '../reading/refused-groups';
import { quotaEvidence } from '../reading/quota-use';
import { objectsWithoutQuota } from '../reading/object-quota-charge';
import { quotaRefusalsOf } from '../reading/quota-refusals';
import type { QuotaRefusal } from '../reading/quota-refusals';
import { tryPromised } from '../reading/quota-deviations';
import { quotaRemedy, steadyDemands } from '../reading/quota-remedy';
import { quotaShortages } from '../reading/quota-shortage';
import type { QuotaShortage } from '../reading/quota-shortage';
import { isStandingSurge } from '../reading/standing-surge';

/** How many messages a finding shows, each of another controller. */
const SHOWN_EVIDENCE = 3;

/**
 * A quota that is used up refuses every further Pod, and the only trace is an event on its controller. One finding for
 * each quota, however many workloads it keeps out.
 *
 * @see kubernetes/kubernetes v1.27 staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota
 */
export const quotaExceeded: Question = {
  id: 'quota-exceeded',
  severity: 'error',
  summary: { en: 'Does a quota refuse to let Pods in?', zh: '是否有配额拒绝创建 Pod？' },
  ask: (cluster, expected) => {
    const refusals = [...quotaRefusalsOf(cluster), ...objectsWithoutQuota(cluster, expected)];
    const demands = refusals.length === 0 ? [] : steadyDemands(cluster);
    return quotaShortages(cluster, refusals).map((shortage) => symptomOf(shortage, cluster, demands, expected));
  },
};

function symptomOf(shortage: QuotaShortage, cluster: Cluster, demands: readonly Demand[], expected: Expected): Symptom {
  const { namespace, quota, refusals, shortages } = shortage;
  const known = cluster.tryFind('ResourceQuota', namespace, quota);
  const lines = known === undefined ? [] : shortages.map(({ resource }) => quotaEvidence(known, resource.name));
  const hasRoom = shortages.length === 0;
  const { takenBack, ...remedy } = quotaRemedy(shortage, demands, expected);
  return {
    object: `ResourceQuota/${namespace}/${quota}`,
    cause: hasRoom ? causeWithRoom(shortage) : causeOf(shortage, expected),
    evidence: [...new Set([...refusals.slice(0, SHOWN_EVIDENCE).map(({ evidence }) => evidence), ...lines])],
    remedy: hasRoom ? REMEDY_WITH_ROOM : remedy,
    explains: explainedBy(refusals),
    // What is not as published is wrong in the cluster, and in no file.
    ...(isOurs(shortages) && takenBack.length === 0
      ? { at: objectId(refusals[0].workload), property: `resources.${shortages[0]?.resource.name ?? ''}` }
      : {}),
  };
}

function causeOf(shortage: QuotaShortage, { environment }: Expected): Text {
  const { quota, refusals, shortages } = shortage;
  const refused = refusedText(refusals);
  const amounts = shortages.map((one) => {
    const { resource, used, hard, asked, short } = one;
    const { name, format } = resource;
    const promised = tryPromised(one, environment.cloud);
    const share = promised === undefined ? undefined : format(promised);
    return {
      en: `${name}: used ${format(used)}, asked ${format(asked)} more, allowed ${format(hard)}${share === undefined ? '' : ` (the share of the VMs is ${share})`}, missing ${format(short)}`,
      zh: `${name} 已用 ${format(used)}，还要 ${format(asked)}，上限 ${format(hard)}${share === undefined ? '' : `（按虚拟机份额应为 ${share}）`}，缺 ${format(short)}`,
    };
  });
  const stands = standsStill(refusals);
  return {
    en: `the quota ${quota} has no room for ${refused.en}: ${amounts.map(({ en }) => en).join('; ')}${stands.en}`,
    zh: `配额 ${quota} 容不下 ${refused.zh}：${amounts.map(({ zh }) => zh).join('；')}${stands.zh}`,
  };
}

function standsStill(refusals: readonly QuotaRefusal[]): Text {
  const surging = refusals.filter((refusal) => isStandingSurge(refusal)).map(({ workload }) => shortId(workload));
  if (surging.length === 0) return { en: '', zh: '' };
  const names = listedNames([...new Set(surging)]);
  return {
    en: `; the rollout of ${names.en} stands still, since it may end no old Pod before (maxUnavailable 0)`,
    zh: `；${names.zh} 的滚动更新因此停住：maxUnavailable 为 0，不能先停旧 Pod`,
  };
}

function causeWithRoom({ quota, refusals }: QuotaShortage): Text {
  const refused = refusedText(refusals);
  return {
    en: `the quota ${quota} refused ${refused.en} at the last attempt; there is room now, and the next attempt is to come`,
    zh: `配额 ${quota} 上次拒绝了 ${refused.zh}；现在已有余量，控制器还没有重试`,
  };
}

/** @see kubernetes/kubernetes v1.27 util/workqueue DefaultControllerRateLimiter: the delay doubles up to 1000 s */
const REMEDY_WITH_ROOM: Text = {
  en: 'Wait: the controller tries again within 17 minutes. `kubectl rollout restart` makes it try at once.',
  zh: '等待即可：控制器最多 17 分钟后会重试；`kubectl rollout restart` 可立即重试。',
};

/** Whether the sizes of workloads decide what is missing, and not the number of objects. */
function isOurs(shortages: QuotaShortage['shortages']): boolean {
  return /^(?:requests|limits)\.(?:cpu|memory)$/.test(shortages[0]?.resource.name ?? '');
}
