import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Question } from '../../judge/finding';
import { nameOf, shortId } from '../reading/named';
import { hasEnded, nodeOf, phaseOf } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';

/** What a kubelet says of a Pod that it does not admit. */
const REFUSALS =
  /^(?:OutOf\S+|NodeAffinity|NodePorts|NodeName|UnexpectedAdmissionError|PodFitsHostPorts|Taints?\S*|UnsupportedPodOS|PodOSNotSupported|PodOSSelectorNodeLabelDoesNotMatch)$/;

/** The kubelet looks again at what the scheduler decided, and is the only one to look where `nodeName` is written. */
export const refusedByNode: Question = {
  id: 'refused-by-node',
  severity: 'error',
  summary: {
    en: 'Does a node refuse Pods that were put on it?',
    zh: '节点是否拒绝了分配给它的 Pod？',
  },
  ask: (cluster) => {
    const active = new Set(workloadPods(cluster, (pod) => !hasEnded(pod)).map(({ id }) => id));
    return workloadPods(cluster, isRefused).map(({ workload, id, pods }) => {
      const [pod] = pods;
      const { reason, message } = asObject(pod.json['status']);
      const template = tryWorkload(workload);
      const isNamed = asText(template?.podSpec['nodeName']) !== '';
      const count = pods.length;
      return {
        object: id,
        cause: {
          en: `node ${nodeOf(pod)} refused ${count} ${count === 1 ? 'Pod' : 'Pods'} that ${isNamed ? (count === 1 ? 'names it in nodeName, past the scheduler' : 'name it in nodeName, past the scheduler') : 'the scheduler had put on it'} (${asText(reason)})`,
          zh: `节点 ${nodeOf(pod)} 拒绝了 ${count} 个 Pod（${asText(reason)}），${isNamed ? '这些 Pod 用 nodeName 绕过了调度器' : '它们由调度器分配'}`,
        },
        evidence: [`status of ${shortId(pod)}: ${asText(reason)}: ${asText(message)}`],
        remedy: isNamed
          ? {
              en: 'Leave nodeName out, so that the scheduler looks for room.',
              zh: '去掉 nodeName，由调度器寻找有资源的节点。',
            }
          : {
              en: `Delete the Pods that have failed (${nameOf(pod)}); if it comes again, lower requests or free room on the node.`,
              zh: `删除失败的 Pod（${nameOf(pod)}）；若再次出现，降低 requests 或在节点上腾出资源。`,
            },
        ...(isNamed && template !== undefined ? { property: `${template.podPath}.nodeName` } : {}),
        // A controller makes another one.
        ...(active.has(id) ? { severity: 'warning' as const } : {}),
      };
    });
  },
};

function isRefused(pod: Manifest): boolean {
  return phaseOf(pod) === 'Failed' && REFUSALS.test(asText(asObject(pod.json['status'])['reason']));
}
