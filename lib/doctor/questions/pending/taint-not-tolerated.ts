import { objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { nameOf } from '../reading/named';
import {
  isControlPlaneTaint,
  isCordonTaint,
  isTroubleTaint,
  taintText,
  untoleratedTaints,
} from '../reading/node-state';
import { newlyTaintedNodes } from './new-taints';
import { unmetOn } from './node-selection';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';

/** The nodes that a Pod could run on are marked for others, and the Pod does not tolerate the mark. */
export const taintNotTolerated: Question = {
  id: 'taint-not-tolerated',
  severity: 'error',
  summary: {
    en: 'Do taints keep Pods from the nodes?',
    zh: '是否有 Pod 因 taint 而没有可用节点？',
  },
  ask: (cluster) => {
    const byNodes = new Map<string, { waiting: UnscheduledPods[]; nodes: readonly Manifest[] }>();
    const own: UnscheduledPods[] = [];
    for (const waiting of unscheduledBy(cluster, 'new-taint', 'taint', 'control-plane')) {
      const nodes = nodesAtFault(cluster, waiting);
      const key = nodes.map(objectId).join(' ');
      const known = byNodes.get(key);
      if (nodes.length === 0) own.push(waiting);
      else if (known === undefined) byNodes.set(key, { waiting: [waiting], nodes });
      else known.waiting.push(waiting);
    }
    return [
      ...[...byNodes.values()].map(({ waiting, nodes }) => nodeSymptom(waiting, nodes)),
      ...own.map((waiting) => ownSymptom(cluster, waiting)),
    ];
  },
};

/** A taint that is new, or that is on every node, is the fault of the nodes; otherwise the Pod is at fault. */
function nodesAtFault(cluster: Cluster, { podSpec, said }: UnscheduledPods): readonly Manifest[] {
  const keys = said.blockers.flatMap(({ kind, subject = '' }) =>
    kind === 'taint' ? [subject.split(': ', 1)[0] ?? ''] : [],
  );
  const added = new Set(keys.filter((key) => newlyTaintedNodes(cluster, podSpec, key).length > 0));
  const marked = cluster
    .ofKind('Node')
    .filter((node) => unmetOn(podSpec, node).length === 0)
    .filter((node) => marksOf(podSpec, node).some(({ key }) => added.has(key)));
  const workers = cluster
    .ofKind('Node')
    .filter((node) => !untoleratedTaints(podSpec, node).some(({ key }) => isControlPlaneTaint(key)));
  const isEvery = workers.every((node) => marksOf(podSpec, node).length > 0);
  const found = marked.length > 0 ? marked : isEvery ? workers : [];
  return [...new Set(found)].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

function marksOf(podSpec: UnscheduledPods['podSpec'], node: Manifest) {
  return untoleratedTaints(podSpec, node).filter(
    ({ key }) => !isControlPlaneTaint(key) && !isCordonTaint(key) && !isTroubleTaint(key),
  );
}

function nodeSymptom(waiting: readonly UnscheduledPods[], nodes: readonly Manifest[]): Symptom {
  const [first] = waiting;
  const marks = nodes.flatMap((node) =>
    marksOf(first?.podSpec ?? {}, node).map((taint) => ({ node: nameOf(node), taint })),
  );
  const { en, zh } = listedTexts(marks.map(({ node, taint }) => `${node} ${taintText(taint)}`));
  const names = nodes.map(nameOf).join(' ');
  const keys = [...new Set(marks.map(({ taint }) => taint.key))].sort();
  const count = waiting.length;
  const others = first === undefined ? { en: '', zh: '' } : otherNodes(first, (text) => /\btaints?\b/.test(text));
  return {
    object: nodes[0] === undefined ? '' : objectId(nodes[0]),
    cause: {
      en: `${nodes.length === 1 ? 'a taint keeps' : `taints on ${nodes.length} nodes keep`} the Pods of ${count} ${count === 1 ? 'workload' : 'workloads'} out, which do not tolerate it: ${en}${others.en}`,
      zh: `${nodes.length} 个节点上的 taint 使 ${count} 个工作负载的 Pod 无法调度（它们没有相应的 tolerations）：${zh}${others.zh}`,
    },
    evidence: [
      ...marks.slice(0, 3).map(({ node, taint }) => `spec.taints of Node/${node}: ${taintText(taint)}`),
      ...waiting.slice(0, 2).flatMap(({ evidence }) => evidence),
    ],
    remedy: {
      en: `Have the taint taken off (${keys.map((key) => `kubectl taint nodes ${names} ${key}-`).join('; ')}) if the nodes are meant for this project; otherwise add a toleration for it.`,
      zh: `若节点属于本项目，请去掉 taint（${keys.map((key) => `kubectl taint nodes ${names} ${key}-`).join('；')}）；否则在 tolerations 中容忍它。`,
    },
    explains: waiting.map(({ id }) => id),
  };
}

function ownSymptom(cluster: Cluster, waiting: UnscheduledPods): Symptom {
  const { id, podSpec, podPath, said, evidence } = waiting;
  const told = said.blockers.flatMap(({ kind, subject, nodes }) =>
    kind === 'taint' && subject !== undefined ? [`{${subject}} (${nodes ?? 0})`] : [],
  );
  const tainted = cluster
    .ofKind('Node')
    .filter((node) => unmetOn(podSpec, node).length === 0)
    .flatMap((node) => untoleratedTaints(podSpec, node).map((taint) => `${nameOf(node)} ${taintText(taint)}`));
  const taints = listedTexts(tainted.length === 0 ? told : tainted.sort());
  const others = otherNodes(waiting, (text) => /\btaints?\b/.test(text));
  const pods = waitingPods(waiting);
  return {
    object: id,
    cause: {
      en: `${pods.en}: nodes have a taint that it does not tolerate: ${taints.en}${others.en}`,
      zh: `${pods.zh}：节点上有其不容忍的 taint：${taints.zh}${others.zh}`,
    },
    evidence,
    remedy: {
      en: 'Add a toleration for the taint if the Pods are meant for these nodes; otherwise have a node without it added, or the taint taken off.',
      zh: '若 Pod 应运行在这些节点上，在 tolerations 中容忍该 taint；否则请管理员增加没有该 taint 的节点，或去掉 taint。',
    },
    property: `${podPath}.tolerations`,
  };
}
