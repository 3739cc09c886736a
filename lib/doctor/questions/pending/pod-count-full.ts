import type { Question } from '../../judge/finding';
import { roomOn, usableNodes } from './node-room';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';

/** A kubelet runs a fixed number of Pods, however small they are. */
export const podCountFull: Question = {
  id: 'pod-count-full',
  severity: 'error',
  summary: {
    en: 'Do the nodes run as many Pods as they may?',
    zh: '节点上的 Pod 数量是否已达上限？',
  },
  ask: (cluster) =>
    unscheduledBy(cluster, 'pod-count').map((waiting) => {
      const rooms = usableNodes(cluster, waiting.pod).map((node) => roomOn(cluster, node, 'pods'));
      const { en, zh } = listedTexts(
        rooms.map(({ name, taken, allocatable }) => `${name} ${taken}/${allocatable}`).sort(),
      );
      const pods = waitingPods(waiting);
      const others = otherNodes(waiting, (text) => text.startsWith('Too many pods'));
      return {
        object: waiting.id,
        cause: {
          en: `${pods.en}: the nodes run as many Pods as they may${en === '' ? '' : ` (seen: ${en})`}${others.en}`,
          zh: `${pods.zh}：节点上的 Pod 数量已达上限${zh === '' ? '' : `（可见：${zh}）`}${others.zh}`,
        },
        evidence: waiting.evidence,
        remedy: {
          en: 'Delete Pods that nobody needs (ended Jobs do not count), lower replicas, or have maxPods of the kubelet raised.',
          zh: '删除不再需要的 Pod（已结束的 Job 不计入）、减少 replicas，或请管理员调高 kubelet 的 maxPods。',
        },
      };
    }),
};
