import { Field } from '../../../validation/fields/field';
import { asList, asObject } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { unmetRequirements } from '../../../validation/reach/label-selector';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { nameOf, namespaceOf } from '../reading/named';
import { hasEnded, nodeOf } from '../reading/pod-state';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';

/** Of how many workloads the Pods are compared with all others. */
const MOST_COMPARED = 50;

/** A Pod that must not share a node with others, and every node has one of them. */
export const podsKeptApart: Question = {
  id: 'pods-kept-apart',
  severity: 'error',
  summary: {
    en: 'Does Pod anti-affinity leave Pods no node?',
    zh: '是否有 Pod 因 podAntiAffinity 而没有可用节点？',
  },
  ask: (cluster) =>
    unscheduledBy(cluster, 'pod-anti-affinity').map((waiting, index) => {
      const { id, pod, podPath, said, evidence } = waiting;
      const others = otherNodes(waiting, (text) => text.includes('anti-affinity'));
      const pods = waitingPods(waiting);
      const nodes = cluster.ofKind('Node').length;
      const found = said.blockers.find(({ kind }) => kind === 'pod-anti-affinity');
      const isOwn = ownTerms(waiting).length > 0 && found?.text.includes('existing pods') !== true;
      const blocking = isOwn && index < MOST_COMPARED ? blockingPods(cluster, waiting) : [];
      const there = listedTexts(blocking.map((one) => `${nameOf(one)} on ${nodeOf(one)}`).sort());
      const of = nodes === 0 ? (said.nodes ?? nodes) : nodes;
      return {
        object: id,
        cause: isOwn
          ? {
              en: `${pods.en}: by its required podAntiAffinity ${nameOf(pod)} may not share a node with Pods that are on ${found?.nodes ?? of} of ${of} nodes${there.en === '' ? '' : ` (${there.en})`}${others.en}`,
              zh: `${pods.zh}：${nameOf(pod)} 要求的 podAntiAffinity 不允许与某些 Pod 同节点，而 ${of} 个节点中有 ${found?.nodes ?? of} 个已有这些 Pod${there.zh === '' ? '' : `（${there.zh}）`}${others.zh}`,
            }
          : {
              en: `${pods.en}: Pods that are there already have a required podAntiAffinity against it${others.en}`,
              zh: `${pods.zh}：节点上已有的 Pod 通过 podAntiAffinity 排斥它${others.zh}`,
            },
        evidence,
        remedy: {
          en: 'Lower replicas to the number of nodes, use preferredDuringSchedulingIgnoredDuringExecution, or add a VM; a rolling update needs one node more than replicas unless maxSurge is 0.',
          zh: '把 replicas 降到节点数以内，或改用 preferredDuringSchedulingIgnoredDuringExecution，或增加虚拟机；滚动更新时除非 maxSurge 为 0，还需多一个节点。',
        },
        ...(isOwn ? { property: `${podPath}.affinity.podAntiAffinity` } : {}),
      };
    }),
};

function ownTerms({ podSpec }: UnscheduledPods): readonly JsonObject[] {
  const antiAffinity = asObject(asObject(podSpec['affinity'])['podAntiAffinity']);
  return asList(antiAffinity['requiredDuringSchedulingIgnoredDuringExecution']).map(asObject);
}

/** Returns the Pods of the namespace that the terms mean. */
function blockingPods(cluster: Cluster, waiting: UnscheduledPods) {
  const selectors = ownTerms(waiting).map(({ labelSelector }) => new Field('', labelSelector));
  return cluster.ofKind('Pod').filter((pod) => {
    if (nodeOf(pod) === '' || hasEnded(pod) || namespaceOf(pod) !== namespaceOf(waiting.pod)) return false;
    const labels = new Field('', asObject(pod.json['metadata'])['labels']);
    return selectors.some((selector) => selector.isObject && unmetRequirements(selector, labels).length === 0);
  });
}
