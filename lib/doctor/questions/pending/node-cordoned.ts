import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { isCordoned } from '../reading/node-state';
import { listedTexts } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';

/** A node that was told to take no more Pods, usually before maintenance, and not released after it. */
export const nodeCordoned: Question = {
  id: 'node-cordoned',
  severity: 'error',
  summary: {
    en: 'Is a node cordoned that Pods need?',
    zh: '是否有 Pod 需要的节点被 cordon？',
  },
  ask: (cluster) => {
    const waiting = unscheduledBy(cluster, 'node-cordoned');
    const [first, ...others] = waiting;
    if (first === undefined) return [];
    const nodes = cluster.ofKind('Node').filter(isCordoned);
    const names = nodes.map(nameOf).sort();
    const ids = waiting.map(({ id }) => id);
    const [node] = nodes.map(objectId).sort();
    const { en, zh } = listedTexts(names);
    return [
      {
        // Nodes that could not be read have no name.
        object: node ?? first.id,
        cause: {
          en: `${names.length === 0 ? 'nodes are' : `${en} ${names.length === 1 ? 'is' : 'are'}`} cordoned (spec.unschedulable), so that Pods of ${ids.length} ${ids.length === 1 ? 'workload find' : 'workloads find'} no node`,
          zh: `节点${names.length === 0 ? '' : ` ${zh} `}被 cordon（spec.unschedulable），${ids.length} 个工作负载的 Pod 因此没有可用节点`,
        },
        evidence: [
          ...names.map((name) => `spec.unschedulable of Node/${name}: true`),
          ...first.evidence,
          ...others.flatMap(({ evidence }) => evidence).slice(0, 2),
        ],
        remedy: {
          en: `Run kubectl uncordon ${names.length === 0 ? 'on the node' : names.join(' ')}, or have it done by the operators of the container cloud when the maintenance is over.`,
          zh: `维护结束后执行 kubectl uncordon ${names.length === 0 ? '<节点>' : names.join(' ')}，或请容器云管理员执行。`,
        },
        explains: node === undefined ? others.map(({ id }) => id) : ids,
      },
    ];
  },
};
