import type { Manifest } from '../../../validation/manifest';
import { tryNearestName } from '../../../validation/names/nearest-name';
import { asObject } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { nodeAlternatives, requirementText, unmetOn, valueOn } from './node-selection';
import type { NodeRequirement } from './node-selection';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';

/** A Pod asks for labels that no node has. */
export const nodeNotSelected: Question = {
  id: 'node-not-selected',
  severity: 'error',
  summary: {
    en: 'Do Pods ask for a node that is not there, by label or name?',
    zh: '是否有 Pod 通过标签或名称要求了不存在的节点？',
  },
  ask: (cluster) =>
    unscheduledBy(cluster, 'node-selector', 'node-name').map((waiting) => {
      const { id, podSpec, podPath, evidence } = waiting;
      const nodes = cluster.ofKind('Node');
      const unmet = leastUnmet(podSpec, nodes);
      const asked = unmet.map(requirementText).join(', ');
      const found = unmet.map((requirement) => foundText(requirement, nodes));
      const pods = waitingPods(waiting);
      const others = otherNodes(waiting, (text) => /affinity|selector|node name/.test(text));
      const isSelector = Object.keys(asObject(podSpec['nodeSelector'])).some((key) => unmet[0]?.key === key);
      const field = isSelector ? 'nodeSelector' : 'affinity.nodeAffinity';
      return {
        object: id,
        cause: {
          en: `${pods.en}: it asks for a node with ${asked}${found.map(({ en }) => en).join('')}${others.en}`,
          zh: `${pods.zh}：要求节点满足 ${asked}${found.map(({ zh }) => zh).join('')}${others.zh}`,
        },
        evidence,
        remedy: {
          en: `Write in ${field} what a node has, or leave it out; labels of nodes are set by the operators of the container cloud.`,
          zh: `把 ${field} 改为节点已有的标签，或去掉；节点标签由容器云管理员设置。`,
        },
        property: `${podPath}.${field}`,
      };
    }),
};

/** Returns what the nearest node lacks; of nodes that were not read, everything that is asked. */
function leastUnmet(podSpec: Parameters<typeof unmetOn>[0], nodes: readonly Manifest[]): readonly NodeRequirement[] {
  const all = nodeAlternatives(podSpec)[0] ?? [];
  const unmet = nodes.map((node) => unmetOn(podSpec, node)).filter((requirements) => requirements.length > 0);
  return unmet.reduce((fewest, other) => (other.length < fewest.length ? other : fewest), unmet[0] ?? all);
}

/** Tells which values the nodes have of a label, or which label has a similar name. */
function foundText({ key, values }: NodeRequirement, nodes: readonly Manifest[]): Text {
  if (nodes.length === 0) return { en: '', zh: '' };
  const has = nodes.flatMap((node) => {
    const value = valueOn(node, key);
    return value === undefined ? [] : [{ node: nameOf(node), value }];
  });
  if (has.length > 0) {
    const { en, zh } = listedTexts(has.map(({ node, value }) => `${value} (${node})`).sort());
    const nearest = tryNearestName(values[0] ?? '', [...new Set(has.map(({ value }) => value))].sort());
    const meant = nearest === undefined || nearest === values[0] ? '' : nearest;
    return {
      en: `; nodes have ${key}: ${en}${meant === '' ? '' : `, and "${meant}" is near`}`,
      zh: `；节点上的 ${key}：${zh}${meant === '' ? '' : `，最接近的是 "${meant}"`}`,
    };
  }
  const labels = new Set(nodes.flatMap(({ json }) => Object.keys(asObject(asObject(json['metadata'])['labels']))));
  const nearest = tryNearestName(key, [...labels].sort().slice(0, 500));
  return {
    en: `; no node has the label ${key}${nearest === undefined ? '' : `; there is ${nearest}`}`,
    zh: `；没有节点带有标签 ${key}${nearest === undefined ? '' : `；有 ${nearest}`}`,
  };
}
