import { asObject, asText } from '../../../validation/manifest';
import { tryNearestName } from '../../../validation/names/nearest-name';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { hasEnded, nodeOf, phaseOf } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';
import { listedTexts } from './pending-texts';

/** A Pod that names its node itself, or whose node was taken away, waits for a kubelet that does not exist. */
export const nodeGone: Question = {
  id: 'node-gone',
  severity: 'error',
  summary: {
    en: 'Are Pods bound to a node that is not there?',
    zh: '是否有 Pod 绑定在不存在的节点上？',
  },
  ask: (cluster) => {
    const nodes = cluster.ofKind('Node').map(nameOf).sort();
    if (nodes.length === 0) return [];
    const there = new Set(nodes);
    const lost = workloadPods(cluster, (pod) => nodeOf(pod) !== '' && !hasEnded(pod) && !there.has(nodeOf(pod)));
    return lost.map(({ workload, id, pods: [pod] }) => {
      const node = nodeOf(pod);
      const template = tryWorkload(workload);
      const isNamed = asText(asObject(template?.podSpec)['nodeName']) === node && template !== undefined;
      const nearest = tryNearestName(node, nodes);
      const { en, zh } = listedTexts(nodes);
      return {
        object: id,
        cause: {
          en: `Pod ${nameOf(pod)} is bound to node "${node}", which the cluster does not have; there are: ${en}`,
          zh: `Pod ${nameOf(pod)} 绑定在节点 "${node}" 上，集群中没有该节点；现有：${zh}`,
        },
        evidence: [
          `spec.nodeName of Pod/${nameOf(pod)}: ${node}`,
          `status.phase of Pod/${nameOf(pod)}: ${phaseOf(pod)}`,
        ],
        remedy: isNamed
          ? {
              en: `Leave nodeName out, so that the scheduler chooses${nearest === undefined ? '' : `, or write "${nearest}"`}; delete the Pod.`,
              zh: `去掉 nodeName，由调度器选择节点${nearest === undefined ? '' : `，或改为 "${nearest}"`}；并删除该 Pod。`,
            }
          : {
              en: `Delete the Pod with --force once it is certain that VM ${node} is off, so that another one is made elsewhere.`,
              zh: `确认虚拟机 ${node} 已关机后，用 --force 删除该 Pod，使其在其他节点重建。`,
            },
        ...(isNamed ? { property: `${template.podPath}.nodeName` } : {}),
      };
    });
  },
};
