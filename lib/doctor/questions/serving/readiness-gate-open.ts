import { asList, asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Question } from '../../judge/finding';
import { tryConditionOf } from '../reading/conditions';
import { conditionEvidence } from '../reading/evidence';
import { hasEnded, isTerminating } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';

/** All containers are ready, and a condition that somebody else has to set is not. */
export const readinessGateOpen: Question = {
  id: 'readiness-gate-open',
  severity: 'error',
  summary: { en: 'Does a readiness gate hold Pods back?', zh: '是否有 readinessGate 未满足？' },
  ask: (cluster) =>
    workloadPods(cluster, (pod) => openGates(pod).length > 0).map(({ workload, id, pods: [pod] }) => {
      const gates = openGates(pod).join(', ');
      const ready = tryConditionOf(pod, 'Ready', 'False');
      return {
        object: id,
        cause: {
          en: `all containers are ready, and nobody has set the readiness gate ${gates} to True`,
          zh: `所有容器已就绪，但 readinessGate ${gates} 没有被置为 True`,
        },
        evidence: ready === undefined ? [] : [conditionEvidence(pod, ready)],
        remedy: {
          en: 'Look after the controller that sets it (a load balancer, an operator), or take readinessGates out.',
          zh: '检查负责设置它的控制器（负载均衡、operator），或去掉 readinessGates。',
        },
        property: `${tryWorkload(workload)?.podPath ?? 'spec'}.readinessGates`,
      };
    }),
};

function openGates(pod: Manifest): readonly string[] {
  if (isTerminating(pod) || hasEnded(pod)) return [];
  if (tryConditionOf(pod, 'ContainersReady', 'True') === undefined) return [];
  if (tryConditionOf(pod, 'Ready', 'False') === undefined) return [];
  return asList(asObject(pod.json['spec'])['readinessGates'])
    .map((gate) => asText(asObject(gate)['conditionType']))
    .filter((type) => type !== '' && tryConditionOf(pod, type, 'True') === undefined);
}
