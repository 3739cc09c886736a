import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { nameOf, shortId } from '../reading/named';
import { hasEnded, isTerminating, nodeOf, phaseOf } from '../reading/pod-state';
import { tryConditionOf } from '../reading/conditions';
import { workloadPods } from '../reading/workload-pods';

interface Advice {
  readonly wrong: Text;
  readonly remedy: Text;
  /** Below the Pod's spec. */
  readonly field: string;
}

/** @see kubernetes/kubernetes v1.27 pkg/kubelet/eviction/helpers.go, eviction_manager.go */
const ADVICE: readonly (readonly [sign: RegExp, advice: (found: RegExpExecArray) => Advice])[] = [
  [
    /Usage of EmptyDir volume "([^"]{1,80})" exceeds the limit "([^"]{1,40})"/,
    ([, volume = '', limit = '']) => ({
      wrong: {
        en: `the volume ${volume} grew over its sizeLimit ${limit}`,
        zh: `卷 ${volume} 超过 sizeLimit ${limit}`,
      },
      remedy: {
        en: `Raise the sizeLimit of ${volume}, or write less to it; room for uploads follows from the largest upload.`,
        zh: `调大 ${volume} 的 sizeLimit，或减少写入；上传空间由最大上传大小决定。`,
      },
      field: `volumes[${volume}].emptyDir.sizeLimit`,
    }),
  ],
  [
    /(?:Pod ephemeral local storage usage exceeds the total limit of containers|Container (\S{1,80}) exceeded its local ephemeral storage limit) ?"?([\w.]{0,20})/,
    ([, container = '', limit = '']) => ({
      wrong: {
        en: `${container === '' ? 'the Pod' : `container ${container}`} wrote more to its local disk than its limit ${limit}`,
        zh: `${container === '' ? 'Pod' : `容器 ${container}`} 的本地临时存储超过上限 ${limit}`,
      },
      remedy: {
        en: 'Raise limits.ephemeral-storage, or write to a claim; logs count as well.',
        zh: '调大 limits.ephemeral-storage，或改写到 PVC；日志也计入其中。',
      },
      field: container === '' ? 'containers' : `containers[${container}].resources.limits.ephemeral-storage`,
    }),
  ],
  [
    /low on resource: (ephemeral-storage|memory|inodes|pids|nodefs\S*|imagefs\S*)/,
    ([, resource = '']) => ({
      wrong: {
        en: `the VM was low on ${resource}, and this Pod used the most above its request`,
        zh: `VM 的 ${resource} 不足，而该 Pod 超出 request 最多`,
      },
      remedy:
        resource === 'memory'
          ? {
              en: 'Raise requests.memory to what it really uses, so that others are evicted first and the scheduler leaves room.',
              zh: '把 requests.memory 调到实际用量，调度器才会预留，驱逐时也不会最先选它。',
            }
          : {
              en: `Have the operators of the container cloud free ${resource} of the VM; set requests and limits of ephemeral-storage.`,
              zh: `请容器云管理员清理 VM 的 ${resource}；并设置 ephemeral-storage 的 requests 和 limits。`,
            },
      field: 'containers',
    }),
  ],
];
const OTHER: Advice = {
  wrong: { en: 'the kubelet evicted it', zh: '被 kubelet 驱逐' },
  remedy: { en: 'Do what its message says.', zh: '按其消息处理。' },
  field: 'containers',
};

/** A Pod that takes too much of its VM is ended; its controller makes another one, and the old one stays in the list. */
export const podEvicted: Question = {
  id: 'pod-evicted',
  severity: 'error',
  summary: { en: 'Were Pods evicted?', zh: '是否有 Pod 被驱逐？' },
  ask: (cluster) => {
    const serving = new Set(workloadPods(cluster, isServing).map(({ id }) => id));
    return workloadPods(cluster, isEvicted).map(({ workload, id, pods }) => {
      const [pod] = pods;
      const message = asText(asObject(pod.json['status'])['message']);
      const { wrong, remedy, field } = adviceFor(message);
      const podPath = tryWorkload(workload)?.podPath ?? 'spec';
      const node = nodeOf(pod) === '' ? '' : ` (${nodeOf(pod)})`;
      return {
        object: id,
        cause: {
          en: `${pods.length} ${pods.length === 1 ? 'Pod' : 'Pods'} of ${nameOf(workload)} evicted${node}: ${wrong.en}`,
          zh: `${nameOf(workload)} 有 ${pods.length} 个 Pod 被驱逐${node}：${wrong.zh}`,
        },
        evidence: pods
          .slice(0, 3)
          .map((one) => `status of ${shortId(one)}: Evicted: ${asText(asObject(one.json['status'])['message'])}`),
        remedy: {
          en: `${remedy.en} The Pods that are over can be deleted.`,
          zh: `${remedy.zh}已结束的 Pod 可以删除。`,
        },
        property: `${podPath}.${field}`,
        // Its controller has made another one, which does its work.
        ...(serving.has(id) ? { severity: 'warning' as const } : {}),
      };
    });
  },
};

function adviceFor(message: string): Advice {
  for (const [sign, advice] of ADVICE) {
    const found = sign.exec(message);
    if (found !== null) return advice(found);
  }
  return OTHER;
}

function isEvicted(pod: Manifest): boolean {
  return phaseOf(pod) === 'Failed' && asObject(pod.json['status'])['reason'] === 'Evicted' && !isTerminating(pod);
}

function isServing(pod: Manifest): boolean {
  return !hasEnded(pod) && !isTerminating(pod) && tryConditionOf(pod, 'Ready', 'True') !== undefined;
}
