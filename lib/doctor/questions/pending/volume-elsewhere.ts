import { objectId } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { namespaceOf } from '../reading/named';
import { nodeOf } from '../reading/pod-state';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { claimsOf, podsWithClaim } from '../reading/pods-by-claim';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';
import { volumePins } from './volume-pins';

/** A volume that lies on certain nodes keeps its Pod to them, or one that only one Pod may mount is mounted. */
export const volumeElsewhere: Question = {
  id: 'volume-elsewhere',
  severity: 'error',
  summary: {
    en: 'Does a volume keep Pods from the nodes that are free?',
    zh: '是否有 Pod 因卷所在的节点或卷的限制而无法调度？',
  },
  ask: (cluster) => [
    ...unscheduledBy(cluster, 'volume-elsewhere').map((waiting) => boundElsewhere(cluster, waiting)),
    ...unscheduledBy(cluster, 'volume-exclusive').map((waiting) => mountedElsewhere(cluster, waiting)),
    ...unscheduledBy(cluster, 'volume-limit').map(tooManyVolumes),
  ],
};

function boundElsewhere(cluster: Cluster, waiting: UnscheduledPods): Symptom {
  const { id, pod, podPath, evidence } = waiting;
  const pinned = volumePins(cluster, pod).map(({ claim, volume, places }) => `${claim} (${volume}: ${places})`);
  const { en, zh } = listedTexts(pinned);
  const claims = listedTexts(claimsOf(pod.json));
  const pods = waitingPods(waiting);
  const others = otherNodes(waiting, (text) => /volume|affinity\/selector/.test(text));
  return {
    object: id,
    cause: {
      en: `${pods.en}: its volume can be mounted on certain nodes only, and those are not open to it: ${en === '' ? `claim ${claims.en}` : en}${others.en}`,
      zh: `${pods.zh}：其卷只能挂载在特定节点上，而这些节点对它不可用：${zh === '' ? `PersistentVolumeClaim ${claims.zh}` : zh}${others.zh}`,
    },
    evidence,
    remedy: {
      en: 'Bring the node of the volume back or make room on it, and let no nodeSelector or affinity ask for another; or move the data to a claim that every node can mount.',
      zh: '恢复卷所在的节点或在其上腾出资源，并检查 nodeSelector、affinity 没有要求其他节点；或把数据迁移到所有节点都能挂载的卷。',
    },
    property: `${podPath}.nodeSelector`,
  };
}

function mountedElsewhere(cluster: Cluster, waiting: UnscheduledPods): Symptom {
  const { id, pod, evidence } = waiting;
  const holders = claimsOf(pod.json)
    .flatMap((claim) => podsWithClaim(cluster, namespaceOf(pod), claim))
    .filter((other) => nodeOf(other) !== '');
  const { en, zh } = listedTexts(holders.map((other) => `${objectId(other)} on ${nodeOf(other)}`).sort());
  const pods = waitingPods(waiting);
  return {
    object: id,
    cause: {
      en: `${pods.en}: one of its claims may be mounted by a single Pod (ReadWriteOncePod), and another one has it${en === '' ? '' : `: ${en}`}`,
      zh: `${pods.zh}：其 PersistentVolumeClaim 只允许一个 Pod 挂载（ReadWriteOncePod），已被其他 Pod 使用${zh === '' ? '' : `：${zh}`}`,
    },
    evidence,
    remedy: {
      en: 'Set the strategy to Recreate and replicas to 1, so that the old Pod ends before the new one starts.',
      zh: '把 strategy 设为 Recreate、replicas 设为 1，使旧 Pod 先结束再启动新 Pod。',
    },
    property: 'spec.strategy',
  };
}

function tooManyVolumes(waiting: UnscheduledPods): Symptom {
  const pods = waitingPods(waiting);
  const others = otherNodes(waiting, (text) => text.includes('max volume count'));
  return {
    object: waiting.id,
    cause: {
      en: `${pods.en}: the nodes have as many volumes attached as their storage driver allows${others.en}`,
      zh: `${pods.zh}：节点挂载的卷数量已达存储驱动的上限${others.zh}`,
    },
    evidence: waiting.evidence,
    remedy: {
      en: 'Spread the Pods with claims over more nodes, or use fewer claims.',
      zh: '把使用卷的 Pod 分散到更多节点，或减少 PersistentVolumeClaim 的数量。',
    },
  };
}
