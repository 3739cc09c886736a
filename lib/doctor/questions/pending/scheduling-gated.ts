import { asList, asObject, asText } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { unscheduledBy } from './unscheduled-pods';

/** A Pod that says itself that it is not to be scheduled yet, until somebody takes its gates away. */
export const schedulingGated: Question = {
  id: 'scheduling-gated',
  severity: 'error',
  summary: {
    en: 'Are Pods held back by scheduling gates?',
    zh: '是否有 Pod 被 schedulingGates 挡住？',
  },
  ask: (cluster) =>
    unscheduledBy(cluster, 'gated').map(({ id, pod, podSpec, podPath, evidence }) => {
      const gates = asList(podSpec['schedulingGates']).map((gate) => asText(asObject(gate)['name']));
      const named = gates.join(', ');
      return {
        object: id,
        cause: {
          en: `Pod ${nameOf(pod)} is held back by ${gates.length} scheduling ${gates.length === 1 ? 'gate' : 'gates'} (${named}), which nobody has taken away`,
          zh: `Pod ${nameOf(pod)} 被 ${gates.length} 个 schedulingGates（${named}）挡住，尚无人移除`,
        },
        evidence,
        remedy: {
          en: 'Leave schedulingGates out, or have the controller started that takes them away.',
          zh: '去掉 schedulingGates，或启动负责移除它们的控制器。',
        },
        property: `${podPath}.schedulingGates`,
      };
    }),
};
