import { asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { isOfOldRevision, tryBlockingPod } from '../reading/blocking-pod';
import { nameOf, shortId } from '../reading/named';

/** A StatefulSet makes one Pod after the other: the first one that is not ready holds up the rest. */
export const statefulSetWaits: Question = {
  id: 'stateful-set-waits',
  severity: 'error',
  summary: {
    en: 'Does a StatefulSet wait for one of its Pods to be ready?',
    zh: '是否有 StatefulSet 在等自己的某个 Pod 就绪？',
  },
  ask: (cluster) =>
    cluster.ofKind('StatefulSet').flatMap((set) => {
      const blocking = tryBlockingPod(cluster, set);
      if (blocking === undefined || isOfOldRevision(blocking) || blocking.there >= blocking.wanted) return [];
      const { pod, there, wanted } = blocking;
      return [
        {
          object: objectId(set),
          cause: {
            en: `${shortId(set)} has ${there} of ${wanted} Pods: it makes the next one when ${shortId(pod)} is ready (podManagementPolicy OrderedReady)`,
            zh: `${shortId(set)} 应有 ${wanted} 个 Pod，现有 ${there} 个：要等 ${shortId(pod)} 就绪才创建下一个（podManagementPolicy OrderedReady）`,
          },
          evidence: [`${shortId(pod)}: not ready, phase ${asText(asObject(pod.json['status'])['phase'])}`],
          remedy: {
            en: `Find out why ${nameOf(pod)} is not ready; the others follow by themselves.`,
            zh: `查明 ${nameOf(pod)} 未就绪的原因，其余 Pod 会自动跟上。`,
          },
        },
      ];
    }),
};
