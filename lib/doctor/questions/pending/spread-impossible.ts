import { asList, asObject, asText } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { valueOn } from './node-selection';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';

/** Pods that must be spread evenly, where the next one would make it uneven on every node that is open. */
export const spreadImpossible: Question = {
  id: 'spread-impossible',
  severity: 'error',
  summary: {
    en: 'Do topology spread constraints leave Pods no node?',
    zh: '是否有 Pod 因 topologySpreadConstraints 而没有可用节点？',
  },
  ask: (cluster) =>
    unscheduledBy(cluster, 'topology-spread').map((waiting) => {
      const { id, podSpec, podPath, evidence } = waiting;
      const constraints = asList(podSpec['topologySpreadConstraints'])
        .map(asObject)
        .filter(({ whenUnsatisfiable }) => whenUnsatisfiable !== 'ScheduleAnyway');
      const written = constraints.map(
        ({ topologyKey, maxSkew }) => `maxSkew ${wholeNumber(maxSkew, 1)} by ${asText(topologyKey)}`,
      );
      const nodes = cluster.ofKind('Node');
      const unlabelled = nodes.filter((node) =>
        constraints.some(({ topologyKey }) => valueOn(node, asText(topologyKey)) === undefined),
      );
      const lacking = listedTexts(unlabelled.map(nameOf).sort());
      const others = otherNodes(waiting, (text) => text.includes('topology spread'));
      const pods = waitingPods(waiting);
      return {
        object: id,
        cause: {
          en: `${pods.en}: on every node that is open it would break ${written.join(', ')} (DoNotSchedule)${unlabelled.length === 0 ? '' : `; without the label: ${lacking.en}`}${others.en}`,
          zh: `${pods.zh}：放到任何可用节点都会违反 ${written.join('，')}（DoNotSchedule）${unlabelled.length === 0 ? '' : `；没有该标签的节点：${lacking.zh}`}${others.zh}`,
        },
        evidence,
        remedy: {
          en: 'Set whenUnsatisfiable to ScheduleAnyway: a node that is down or tainted still counts as an empty one.',
          zh: '把 whenUnsatisfiable 设为 ScheduleAnyway：宕机或带 taint 的节点仍会被当作空节点计算。',
        },
        property: `${podPath}.topologySpreadConstraints`,
      };
    }),
};
