import { asObject, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { conditionEvidence } from '../reading/evidence';
import { shortId } from '../reading/named';
import { conditionOf, createdMillis, isTerminating } from '../reading/pod-state';

/** How long new Pods may take. */
const PATIENCE_MILLIS = 60_000;

/**
 * Fewer Pods are ready than were asked for.
 *
 * A consequence, and the last resort: what keeps the Pods from being ready explains it, where it is known.
 */
export const workloadUnavailable: Question = {
  id: 'workload-unavailable',
  severity: 'error',
  summary: { en: 'Has a workload fewer ready Pods than it wants?', zh: '是否有工作负载就绪的 Pod 不足？' },
  ask: (cluster) =>
    ['Deployment', 'StatefulSet', 'DaemonSet']
      .flatMap((kind) => cluster.ofKind(kind))
      .flatMap((workload) => {
        const { wanted, ready } = countsOf(workload);
        if (isTerminating(workload) || ready >= wanted || isYoung(cluster, workload)) return [];
        const available = conditionOf(workload, 'Available');
        return [
          {
            object: objectId(workload),
            cause: {
              en: `${shortId(workload)} has ${ready} ready Pods of ${wanted}`,
              zh: `${shortId(workload)} 应有 ${wanted} 个 Pod，就绪 ${ready} 个`,
            },
            evidence: [
              ...(available['status'] === 'False' ? [conditionEvidence(workload, available)] : []),
              `${shortId(workload)}: ${ready} of ${wanted} ready`,
            ],
            remedy: {
              en: 'Look at its Pods (kubectl describe pod, kubectl logs): what keeps them from being ready is not in what was read.',
              zh: '查看其 Pod（kubectl describe pod、kubectl logs）：已读取的内容没有说明原因。',
            },
            // With some of its Pods it serves.
            severity: ready === 0 ? ('error' as const) : ('warning' as const),
          },
        ];
      }),
};

function countsOf(workload: Manifest) {
  const [spec, status] = [asObject(workload.json['spec']), asObject(workload.json['status'])];
  if (kindOf(workload) === 'DaemonSet') {
    return { wanted: wholeNumber(status['desiredNumberScheduled'], 0), ready: wholeNumber(status['numberReady'], 0) };
  }
  return { wanted: wholeNumber(spec['replicas'], 1), ready: wholeNumber(status['readyReplicas'], 0) };
}

/** Tells whether the workload, or every Pod of it, was made a moment ago. */
function isYoung(cluster: Cluster, workload: Manifest): boolean {
  const after = cluster.reading.readAtMillis - PATIENCE_MILLIS;
  if (createdMillis(workload) > after) return true;
  const unready = cluster.podsOf(workload).filter((pod) => conditionOf(pod, 'Ready')['status'] !== 'True');
  return unready.length > 0 && unready.every((pod) => createdMillis(pod) > after);
}
