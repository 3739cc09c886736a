import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { claimsOf, podsWithClaim } from '../reading/pods-by-claim';
import { eventEvidence } from '../reading/evidence';
import { nameOf, namespaceOf } from '../reading/named';
import { isTerminating, nodeOf } from '../reading/pod-state';
import { tryEvent, unstartedPods } from './unstarted-pods';

/** A ReadWriteOnce volume is on one node at a time, and the old Pod still has it on another one. */
export const volumeAttachedElsewhere: Question = {
  id: 'volume-attached-elsewhere',
  severity: 'error',
  summary: {
    en: 'Is a volume attached to another node?',
    zh: '卷是否仍挂载在其他节点上？',
  },
  ask: (cluster) =>
    unstartedPods(cluster).flatMap((unstarted) => {
      const { id, pod, workload } = unstarted;
      const event = tryEvent(unstarted, ['FailedAttachVolume'], /Multi-Attach error|already exclusively attached/);
      if (event === undefined) return [];
      const claims = [...new Set(claimsOf(pod.json))];
      const holders = claims
        .flatMap((claim) => podsWithClaim(cluster, namespaceOf(pod), claim))
        .filter((other) => other !== pod && nodeOf(other) !== '');
      const holder = holders.find((other) => nodeOf(other) !== nodeOf(pod)) ?? holders[0];
      const isOwn = holder !== undefined && objectId(cluster.topOwner(holder)) === id;
      const leaving = holder !== undefined && isTerminating(holder);
      const by =
        holder === undefined
          ? { en: 'no Pod that was seen has it any more', zh: '可见的 Pod 都已不再使用它' }
          : {
              en: `Pod ${nameOf(holder)} on ${nodeOf(holder)} has it${leaving ? ' and is still terminating' : ''}`,
              zh: `Pod ${nameOf(holder)}（${nodeOf(holder)}）${leaving ? '正在终止但仍' : ''}占用它`,
            };
      return [
        {
          object: id,
          cause: {
            en: `Pod ${nameOf(pod)} is on ${nodeOf(pod)}, and its ReadWriteOnce volume (claim ${claims.join(', ')}) is attached to another node: ${by.en}`,
            zh: `Pod ${nameOf(pod)} 在 ${nodeOf(pod)} 上，而其 ReadWriteOnce 卷（PersistentVolumeClaim ${claims.join('、')}）仍挂载在其他节点：${by.zh}`,
          },
          evidence: [eventEvidence(pod, event)],
          remedy: isOwn
            ? {
                en: 'Set the strategy of the Deployment to Recreate and replicas to 1, so that the old Pod ends first; to get on now, delete the old Pod.',
                zh: '把 Deployment 的 strategy 设为 Recreate、replicas 设为 1，使旧 Pod 先结束；当前可先删除旧 Pod。',
              }
            : {
                en: 'End the Pod that has it; after the loss of a VM wait six minutes, or have the VolumeAttachment deleted once the VM is certainly off.',
                zh: '结束占用它的 Pod；若是虚拟机故障，等待约 6 分钟，或确认虚拟机已关机后请管理员删除 VolumeAttachment。',
              },
          ...(workload.json['kind'] === 'Deployment' ? { property: 'spec.strategy' } : {}),
        },
      ];
    }),
};
