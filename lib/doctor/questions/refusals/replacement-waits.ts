import { asObject, asText, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { hasEnded, isTerminating, nodeOf } from '../reading/pod-state';
import { isActivePod } from '../reading/missing-pods';
import { nameOf, shortId } from '../reading/named';

/**
 * A StatefulSet, and a Deployment with Recreate, make no new Pod before the old one is gone. A Pod whose node is lost
 * or whose finalizer nobody removes is never gone.
 */
export const replacementWaits: Question = {
  id: 'replacement-waits',
  severity: 'error',
  summary: {
    en: 'Does a new Pod wait for an old one that does not go?',
    zh: '是否有新 Pod 在等旧 Pod 退出？',
  },
  ask: (cluster) =>
    [...cluster.ofKind('StatefulSet'), ...cluster.ofKind('Deployment').filter(isRecreate)].flatMap((workload) => {
      if (isTerminating(workload)) return [];
      const pods = cluster.podsOf(workload);
      const stuck = pods.filter((pod) => isTerminating(pod) && !hasEnded(pod));
      const [pod] = stuck;
      if (pod === undefined || (kindOf(workload) === 'Deployment' && pods.some(isActivePod))) return [];
      const due = asText(asObject(pod.json['metadata'])['deletionTimestamp']);
      const node = nodeOf(pod);
      // Within its grace period a Pod may still be stopping as it should.
      const isOverdue = cluster.reading.readAtMillis >= Date.parse(due);
      return [
        {
          object: objectId(workload),
          ...(isOverdue ? {} : { severity: 'warning' as const }),
          cause: {
            en: `${shortId(workload)} makes no new Pod before ${shortId(pod)} is gone, which ${isOverdue ? 'should have ended' : 'has to end'} by ${due}${node === '' ? '' : ` on ${node}`}`,
            zh: `${shortId(workload)} 要等 ${shortId(pod)} 消失才会创建新 Pod，而它应在 ${due} 之前退出${node === '' ? '' : `（节点 ${node}）`}`,
          },
          evidence: stuck
            .slice(0, 3)
            .map(
              (one) =>
                `${shortId(one)}: metadata.deletionTimestamp ${asText(asObject(one.json['metadata'])['deletionTimestamp'])}`,
            ),
          remedy: {
            en: `Have the node looked at. Only where it is sure that the container no longer runs: \`kubectl delete pod ${nameOf(pod)} --force --grace-period=0\`.`,
            zh: `请平台检查该节点。确认容器已不再运行后才可以：\`kubectl delete pod ${nameOf(pod)} --force --grace-period=0\`。`,
          },
          explains: [objectId(workload), ...stuck.map(objectId)],
        },
      ];
    }),
};

function isRecreate({ json }: Manifest): boolean {
  return asObject(asObject(json['spec'])['strategy'])['type'] === 'Recreate';
}
