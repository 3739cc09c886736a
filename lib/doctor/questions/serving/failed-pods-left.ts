import { asObject, asText, kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { nameOf, shortId } from '../reading/named';
import { isTerminating, phaseOf } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';

/** What other questions are about: evictions, and what a node did not admit. */
const TOLD =
  /^(?:Evicted|OutOf\S+|NodeAffinity|NodePorts|NodeName|UnexpectedAdmissionError|PodFitsHostPorts|Taints?\S*|UnsupportedPodOS|PodOS\S*)$/;

/** Pods that have failed stay in the list until somebody deletes them, and are taken for a trouble of now. */
export const failedPodsLeft: Question = {
  id: 'failed-pods-left',
  severity: 'warning',
  summary: { en: 'Are Pods left over that have failed?', zh: '是否残留已失败的 Pod？' },
  ask: (cluster) =>
    workloadPods(cluster, (pod) => isLeft(cluster, pod)).map(({ workload, id, pods }) => {
      const count = pods.length;
      return {
        object: id,
        cause: {
          en: `${count} ${count === 1 ? 'Pod' : 'Pods'} of ${nameOf(workload)} failed and ${count === 1 ? 'was' : 'were'} left over: ${reasonOf(pods[0])}`,
          zh: `${nameOf(workload)} 残留 ${count} 个失败的 Pod：${reasonOf(pods[0])}`,
        },
        evidence: pods.slice(0, 3).map((pod) => `status of ${shortId(pod)}: phase Failed, ${reasonOf(pod)}`),
        remedy: {
          en: 'Delete them: kubectl delete pod --field-selector=status.phase=Failed; they take nothing of the quota, but of count/pods.',
          zh: '删除它们：kubectl delete pod --field-selector=status.phase=Failed；除 count/pods 外不占用配额。',
        },
      };
    }),
};

function isLeft(cluster: Cluster, pod: Manifest): boolean {
  if (phaseOf(pod) !== 'Failed' || isTerminating(pod) || TOLD.test(asText(asObject(pod.json['status'])['reason'])))
    return false;
  const owner = cluster.tryOwner(pod);
  return owner !== undefined && kindOf(owner) !== 'Job';
}

function reasonOf(pod: Manifest): string {
  const { reason, message } = asObject(pod.json['status']);
  return (
    [asText(reason), asText(message).slice(0, 200)].filter((part) => part !== '').join(': ') || 'no reason is given'
  );
}
