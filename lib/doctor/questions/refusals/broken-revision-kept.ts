import { asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { isOfOldRevision, tryBlockingPod } from '../reading/blocking-pod';
import { nameOf, namespaceOf, shortId } from '../reading/named';

/**
 * A StatefulSet waits for a Pod to be ready before it replaces it, so that a corrected template does not reach the Pod
 * that the wrong one broke.
 *
 * @see kubernetes/kubernetes issue 67250
 */
export const brokenRevisionKept: Question = {
  id: 'broken-revision-kept',
  severity: 'error',
  summary: {
    en: 'Does a StatefulSet keep a broken Pod of an old template?',
    zh: '是否有 StatefulSet 一直保留旧模板的故障 Pod？',
  },
  ask: (cluster) =>
    cluster.ofKind('StatefulSet').flatMap((set) => {
      const blocking = tryBlockingPod(cluster, set);
      // With OnDelete nobody expects the Pod to be replaced.
      const { type } = asObject(asObject(set.json['spec'])['updateStrategy']);
      if (blocking === undefined || !isOfOldRevision(blocking) || asText(type) === 'OnDelete') return [];
      const { pod, revision, wantedRevision } = blocking;
      const command = `kubectl delete pod ${nameOf(pod)} -n ${namespaceOf(pod)}`;
      return [
        {
          object: objectId(set),
          cause: {
            en: `${shortId(set)} does not replace ${shortId(pod)} (revision ${revision}, wanted ${wantedRevision}), because it waits for that very Pod to be ready`,
            zh: `${shortId(set)} 没有替换 ${shortId(pod)}（版本 ${revision}，应为 ${wantedRevision}）：控制器在等这个 Pod 自己就绪`,
          },
          evidence: [
            `${shortId(pod)}: label controller-revision-hash ${revision}, status.updateRevision ${wantedRevision}`,
          ],
          remedy: {
            en: `Delete the Pod by hand: \`${command}\`; the new one gets the present template.`,
            zh: `手工删除该 Pod：\`${command}\`，新 Pod 会使用当前模板。`,
          },
          explains: [objectId(set)],
        },
      ];
    }),
};
