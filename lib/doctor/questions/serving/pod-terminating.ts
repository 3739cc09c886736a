import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { shortId } from '../reading/named';
import { isTerminating, nodeOf } from '../reading/pod-state';
import { tryNodeTrouble } from '../reading/node-state';
import { workloadPods } from '../reading/workload-pods';
import { conditionEvidence } from '../reading/evidence';

/** `deletionTimestamp` is when the grace period is over; a kubelet needs some seconds more. */
const PATIENCE_MILLIS = 60_000;

/** A Pod that was deleted and does not go keeps its volumes, its name and its share of the quota. */
export const podTerminating: Question = {
  id: 'pod-terminating',
  severity: 'error',
  summary: { en: 'Has a Pod been terminating for ever?', zh: '是否有 Pod 一直停在 Terminating？' },
  ask: (cluster) =>
    workloadPods(cluster, (pod) => isLate(cluster, pod)).map(({ id, pods }) => {
      const [pod] = pods;
      const { deletionTimestamp, deletionGracePeriodSeconds } = asObject(pod.json['metadata']);
      const seconds = Math.round(lateMillis(cluster, pod) / 1000);
      const { why, remedy, evidence = [] } = reasonOf(cluster, pod);
      const grace = typeof deletionGracePeriodSeconds === 'number' ? deletionGracePeriodSeconds : undefined;
      const [en, zh] = grace === undefined ? ['', ''] : [` of ${grace} s`, ` ${grace} 秒`];
      return {
        object: id,
        cause: {
          en: `${shortId(pod)} was to be gone ${seconds} s ago, after its grace period${en}: ${why.en}`,
          zh: `${shortId(pod)} 应在 ${seconds} 秒前（宽限期${zh}之后）消失：${why.zh}`,
        },
        evidence: [
          ...pods
            .slice(0, 3)
            .map(
              (one) =>
                `${shortId(one)}: metadata.deletionTimestamp ${asText(deletionTimestamp)}, finalizers [${finalizersOf(one).join(', ')}], node ${nodeOf(one)}`,
            ),
          ...evidence,
        ],
        remedy,
        explains: pods.map(objectId),
      };
    }),
};

interface WhyLate {
  readonly why: Text;
  readonly remedy: Text;
  readonly evidence?: readonly string[];
}

function reasonOf(cluster: Cluster, pod: Manifest): WhyLate {
  const finalizers = finalizersOf(pod);
  if (finalizers.length > 0) {
    const names = finalizers.join(', ');
    return {
      why: { en: `nobody has taken its finalizers away: ${names}`, zh: `finalizer 没有被移除：${names}` },
      remedy: {
        en: `Look after the controller that sets ${names}; if it is no more, take them out: kubectl patch pod with metadata.finalizers null.`,
        zh: `检查负责 ${names} 的控制器；若它已不存在，用 kubectl patch pod 把 metadata.finalizers 置为 null。`,
      },
    };
  }
  const name = nodeOf(pod);
  const node = cluster.tryFind('Node', '', name);
  const trouble = node === undefined ? undefined : tryNodeTrouble(node);
  const isGone =
    name !== '' && node === undefined && !cluster.reading.unread.has('nodes') && cluster.ofKind('Node').length > 0;
  if (isGone || trouble !== undefined) {
    return {
      why: isGone
        ? { en: `its node ${name} is gone`, zh: `所在节点 ${name} 已不存在` }
        : {
            en: `the kubelet of ${name} does not answer (${asText(trouble?.['reason'])})`,
            zh: `${name} 的 kubelet 没有响应（${asText(trouble?.['reason'])}）`,
          },
      remedy: {
        en: 'Bring the VM back. If it is switched off for certain, kubectl delete pod --force --grace-period=0: never else, as two Pods would write one volume.',
        zh: '恢复该 VM。只有确认它已关机，才可 kubectl delete pod --force --grace-period=0；否则两个 Pod 会同时写一个卷。',
      },
      ...(node === undefined || trouble === undefined ? {} : { evidence: [conditionEvidence(node, trouble)] }),
    };
  }
  return {
    why: {
      en: `the kubelet of ${name === '' ? 'its node' : name} has not confirmed that it ended`,
      zh: `${name === '' ? '节点' : name} 的 kubelet 没有确认其结束`,
    },
    remedy: {
      en: 'Have the operators of the container cloud look at the kubelet and the volumes of that VM (an unmount that hangs); delete by force only when its processes are gone.',
      zh: '请容器云管理员检查该 VM 的 kubelet 和卷（卸载可能卡住）；确认进程已结束后才可强制删除。',
    },
  };
}

function isLate(cluster: Cluster, pod: Manifest): boolean {
  return isTerminating(pod) && lateMillis(cluster, pod) >= PATIENCE_MILLIS;
}

function lateMillis({ reading }: Cluster, pod: Manifest): number {
  return reading.readAtMillis - (Date.parse(asText(asObject(pod.json['metadata'])['deletionTimestamp'])) || Infinity);
}

function finalizersOf(pod: Manifest): readonly string[] {
  return asList(asObject(pod.json['metadata'])['finalizers'])
    .map(asText)
    .filter((name) => name !== '');
}
