import { Field } from '../../../validation/fields/field';
import { asList, asObject } from '../../../validation/manifest';
import { unmetRequirements } from '../../../validation/reach/label-selector';
import type { Question } from '../../judge/finding';
import { nameOf, namespaceOf } from '../reading/named';
import { hasEnded, nodeOf } from '../reading/pod-state';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';

/** Of how many workloads the Pods are compared with all others. */
const MOST_COMPARED = 50;

/** A Pod that must run beside another one, which is nowhere. */
export const podsKeptTogether: Question = {
  id: 'pods-kept-together',
  severity: 'error',
  summary: {
    en: 'Do Pods wait for others beside which they must run?',
    zh: '是否有 Pod 因 podAffinity 要求的 Pod 不存在而等待？',
  },
  ask: (cluster) =>
    unscheduledBy(cluster, 'pod-affinity').map((waiting, index) => {
      const { id, pod, podSpec, podPath, evidence } = waiting;
      const affinity = asObject(asObject(podSpec['affinity'])['podAffinity']);
      const terms = asList(affinity['requiredDuringSchedulingIgnoredDuringExecution']).map(asObject);
      const asked = terms.map(({ labelSelector }) => JSON.stringify(labelSelector ?? null)).join(', ');
      const compared = index < MOST_COMPARED ? cluster.ofKind('Pod') : [];
      const matching = compared.filter((other) => {
        const labels = new Field('', asObject(other.json['metadata'])['labels']);
        const isNear = namespaceOf(other) === namespaceOf(pod) && nodeOf(other) !== '' && !hasEnded(other);
        return (
          isNear &&
          terms.some(({ labelSelector }) => unmetRequirements(new Field('', labelSelector), labels).length === 0)
        );
      });
      const { en, zh } = listedTexts(matching.map((other) => `${nameOf(other)} on ${nodeOf(other)}`).sort());
      const others = otherNodes(waiting, (text) => text.includes('pod affinity'));
      const pods = waitingPods(waiting);
      return {
        object: id,
        cause: {
          en: `${pods.en}: its required podAffinity asks for Pods with ${asked} on the same node; ${matching.length === 0 ? 'no Pod on a node has these labels' : `there are: ${en}`}${others.en}`,
          zh: `${pods.zh}：podAffinity 要求同一节点上有标签符合 ${asked} 的 Pod；${matching.length === 0 ? '没有已分配节点的 Pod 带有这些标签' : `现有：${zh}`}${others.zh}`,
        },
        evidence,
        remedy: {
          en: 'Write the labels that the other Pods have, bring those up first, or make the affinity preferred.',
          zh: '改为对方 Pod 实际的标签，或先让对方运行起来，或改为 preferred。',
        },
        property: `${podPath}.affinity.podAffinity`,
      };
    }),
};
