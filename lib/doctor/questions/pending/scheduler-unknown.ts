import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { createdMillis, nodeOf } from '../reading/pod-state';
import { nameOf } from '../reading/named';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';

const DEFAULT_SCHEDULER = 'default-scheduler';

/** Within this time a scheduler that works has said something. */
const PATIENCE_MILLIS = 60_000;

/** Nobody has looked at a Pod: it asks for a scheduler that is not there, or the scheduler does not work. */
export const schedulerUnknown: Question = {
  id: 'scheduler-unknown',
  severity: 'error',
  summary: {
    en: 'Do Pods wait for a scheduler that never looks at them?',
    zh: '是否有 Pod 所用的调度器从不处理它们？',
  },
  ask: (cluster) => {
    const serving = new Set(
      cluster
        .ofKind('Pod')
        .filter((pod) => nodeOf(pod) !== '')
        .map(schedulerOf),
    );
    const silent = unscheduledBy(cluster, 'silent');
    const foreign = silent.filter(({ pod }) => schedulerOf(pod) !== DEFAULT_SCHEDULER);
    const own = silent.filter(({ pod }) => schedulerOf(pod) === DEFAULT_SCHEDULER);
    const ageOf = (pods: readonly Manifest[]) =>
      cluster.reading.readAtMillis - Math.min(...pods.map((pod) => createdMillis(pod)));
    const isLate = own.some(({ pods }) => ageOf(pods) >= PATIENCE_MILLIS);
    return [
      ...foreign.map((one) => ({
        ...foreignSymptom(one),
        // It may only be slow where it has found nodes for others.
        ...(serving.has(schedulerOf(one.pod)) ? { severity: 'warning' as const } : {}),
      })),
      ...defaultSymptoms(own, isLate),
    ];
  },
};

function schedulerOf(pod: Manifest): string {
  return asText(asObject(pod.json['spec'])['schedulerName']) || DEFAULT_SCHEDULER;
}

function foreignSymptom({ id, pod, podPath }: UnscheduledPods) {
  const name = schedulerOf(pod);
  return {
    object: id,
    cause: {
      en: `its Pods ask for the scheduler "${name}", and no scheduler has said a word about them; the one of the cluster is "${DEFAULT_SCHEDULER}"`,
      zh: `其 Pod 指定了调度器 "${name}"，但没有任何调度器处理过它们；集群自带的是 "${DEFAULT_SCHEDULER}"`,
    },
    evidence: [
      `spec.schedulerName of Pod/${nameOf(pod)}: ${name}`,
      `Pod/${nameOf(pod)} has no condition PodScheduled and no event FailedScheduling`,
    ],
    remedy: {
      en: `Leave schedulerName out, or have the scheduler "${name}" started.`,
      zh: `去掉 schedulerName，或启动调度器 "${name}"。`,
    },
    property: `${podPath}.schedulerName`,
  };
}

function defaultSymptoms(own: readonly UnscheduledPods[], isLate: boolean) {
  const [first, ...others] = own;
  if (first === undefined) return [];
  const count = own.length;
  return [
    {
      object: first.id,
      cause: {
        en: `the scheduler has not looked at the Pods of ${count} ${count === 1 ? 'workload' : 'workloads'}: they have no node, no condition and no event`,
        zh: `调度器没有处理过 ${count} 个工作负载的 Pod：既没有节点，也没有 condition 和事件`,
      },
      evidence: own
        .slice(0, 3)
        .map(({ pod }) => `Pod/${nameOf(pod)} has no condition PodScheduled and no event FailedScheduling`),
      remedy: {
        en: 'Ask the operators of the container cloud whether kube-scheduler runs; nothing in the YAML causes this.',
        zh: '请容器云管理员确认 kube-scheduler 是否在运行；这不是 YAML 的问题。',
      },
      explains: others.map(({ id }) => id),
      ...(isLate ? {} : { severity: 'warning' as const }),
    },
  ];
}
