import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { namespaceOf } from '../reading/named';
import { phaseOf } from '../reading/pod-state';
import { claimsInTrouble } from './claim-trouble';
import { listedTexts, waitingPods } from './pending-texts';
import { claimsOf } from '../reading/pods-by-claim';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';

/** What the scheduler says of a Pod, where no other question has an answer. */
export const notScheduled: Question = {
  id: 'not-scheduled',
  severity: 'error',
  summary: {
    en: 'Does a Pod wait for a node for another reason?',
    zh: '是否有 Pod 因其他原因没有分配到节点？',
  },
  ask: (cluster) => {
    const explained = new Set(claimsInTrouble(cluster).flatMap(({ users }) => users));
    const claims = unscheduledBy(cluster, 'claim-unbound', 'claim-missing', 'claim-terminating')
      .filter(({ id }) => !explained.has(id))
      .filter((waiting) => !isTold(cluster, waiting));
    return [...claims, ...unscheduledBy(cluster, 'other', 'no-nodes')].map((waiting) => {
      const { id, pod, said, evidence } = waiting;
      const text = said.blockers.map((blocker) => blocker.text).join(', ');
      const pods = waitingPods(waiting);
      const mounted = listedTexts(claimsOf(pod.json).map((name) => stateOf(cluster, pod, name)));
      return {
        object: id,
        cause: {
          en: `${pods.en}; the scheduler says: ${text}${mounted.en === '' ? '' : ` (claims: ${mounted.en})`}`,
          zh: `${pods.zh}；调度器的说明：${text}${mounted.zh === '' ? '' : `（PersistentVolumeClaim：${mounted.zh}）`}`,
        },
        evidence,
        remedy: {
          en: 'Look at kubectl describe pod and at the claims and nodes it names.',
          zh: '查看 kubectl describe pod 以及其中提到的 PersistentVolumeClaim 和节点。',
        },
      };
    });
  },
};

/** Whether `claim-missing` tells it: a claim of the message that is not among those read. */
function isTold(cluster: Cluster, { pod, said }: UnscheduledPods): boolean {
  return said.blockers.some(
    ({ kind, subject }) =>
      kind === 'claim-missing' &&
      subject !== undefined &&
      cluster.tryFind('PersistentVolumeClaim', namespaceOf(pod), subject) === undefined,
  );
}

function stateOf(cluster: Cluster, pod: UnscheduledPods['pod'], name: string): string {
  const claim = cluster.tryFind('PersistentVolumeClaim', namespaceOf(pod), name);
  return claim === undefined ? name : `${name} ${phaseOf(claim)}`;
}
