import { asObject, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { controllersLackingPods } from '../reading/missing-pods';
import { nameOf, namespaceOf, shortId } from '../reading/named';
import { refusalsOf } from '../reading/refusals';

type Told = Pick<Symptom, 'cause' | 'evidence' | 'remedy'>;

/**
 * Pods are missing and nothing says why: events are gone after an hour, or no controller is at work. A last resort,
 * so that a workload without Pods is never passed over.
 */
export const podsNotCreated: Question = {
  id: 'pods-not-created',
  severity: 'error',
  summary: { en: 'Are Pods missing without a word why?', zh: '是否缺少 Pod 又没有任何原因？' },
  ask: (cluster) => {
    const explained = new Set(refusalsOf(cluster).map(({ controller }) => controller));
    const lacking = controllersLackingPods(cluster).filter(
      ({ controller, there }) => !explained.has(controller) && !isExpectedToLack(controller, there),
    );
    return lacking.map(({ controller, workload, wanted, there }) => ({
      object: objectId(workload),
      ...unexplained(controller, wanted, there),
      ...nameTaken(cluster, controller, wanted),
      explains: [objectId(workload)],
    }));
  },
};

function unexplained(controller: Manifest, wanted: number, there: number): Told {
  return {
    cause: {
      en: `${shortId(controller)} has ${there} of ${wanted} Pods, and no event or condition says why`,
      zh: `${shortId(controller)} 应有 ${wanted} 个 Pod，只有 ${there} 个，没有事件或状态说明原因`,
    },
    evidence: [`${shortId(controller)}: ${there} of ${wanted} Pods`],
    remedy: {
      en: 'Ask again in a minute. Where it stays so, `kubectl rollout restart` writes the events anew (they are kept for an hour), and if none comes, kube-controller-manager does not run.',
      zh: '一分钟后再查。若仍如此，用 `kubectl rollout restart` 重新产生事件（事件只保留一小时）；若还没有，说明 kube-controller-manager 没有运行。',
    },
  };
}

/** A StatefulSet does not say that a Pod of another owner has the name that its next one is to have. */
function nameTaken(cluster: Cluster, controller: Manifest, wanted: number): Partial<Told> {
  if (kindOf(controller) !== 'StatefulSet') return {};
  const namespace = namespaceOf(controller);
  const own = new Set(cluster.ownedBy(controller));
  const first = wholeNumber(asObject(asObject(controller.json['spec'])['ordinals'])['start'], 0);
  // Of many Pods the first ones do: a StatefulSet makes them in this order.
  for (let ordinal = first; ordinal < first + Math.min(wanted, 100); ordinal += 1) {
    const pod = cluster.tryFind('Pod', namespace, `${nameOf(controller)}-${ordinal}`);
    if (pod === undefined || own.has(pod)) continue;
    return {
      cause: {
        en: `${shortId(controller)} cannot make ${shortId(pod)}: a Pod of that name is there which is not its own`,
        zh: `${shortId(controller)} 无法创建 ${shortId(pod)}：已有同名但不属于它的 Pod`,
      },
      evidence: [`${shortId(pod)}: not controlled by ${shortId(controller)}`],
      remedy: {
        en: `Delete it if nobody needs it: \`kubectl delete pod ${nameOf(pod)} -n ${namespace}\`.`,
        zh: `确认无人使用后删除：\`kubectl delete pod ${nameOf(pod)} -n ${namespace}\`。`,
      },
    };
  }
  return {};
}

/** A StatefulSet waits for each Pod before it makes the next one, and a Job for longer and longer after a failed Pod. */
function isExpectedToLack({ json, ...rest }: Manifest, there: number): boolean {
  const kind = kindOf({ json, ...rest });
  const { podManagementPolicy } = asObject(json['spec']);
  if (kind === 'StatefulSet') return podManagementPolicy !== 'Parallel' && there > 0;
  return kind === 'Job' && asObject(json['status'])['failed'] !== undefined;
}
