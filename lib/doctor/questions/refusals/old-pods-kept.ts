import { asObject, asText, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Question } from '../../judge/finding';
import { nameOf, shortId } from '../reading/named';
import { isTerminating } from '../reading/pod-state';

/** OnDelete and a partition let a StatefulSet or DaemonSet keep Pods of the old template until somebody acts. */
export const oldPodsKept: Question = {
  id: 'old-pods-kept',
  severity: 'warning',
  summary: { en: 'Do Pods of an old template stay on purpose?', zh: '是否有旧模板的 Pod 被保留？' },
  ask: (cluster) =>
    ['StatefulSet', 'DaemonSet']
      .flatMap((kind) => cluster.ofKind(kind))
      .flatMap((workload) => {
        const { strategy, partition } = strategyOf(workload);
        const { wanted, updated } = countsOf(workload);
        if (isTerminating(workload) || updated >= wanted || (strategy !== 'OnDelete' && partition === 0)) return [];
        const reason = strategy === 'OnDelete' ? 'updateStrategy OnDelete' : `partition ${partition}`;
        return [
          {
            object: objectId(workload),
            cause: {
              en: `${shortId(workload)} runs ${wanted - updated} of ${wanted} Pods with the old template (${reason})`,
              zh: `${shortId(workload)} 的 ${wanted} 个 Pod 中有 ${wanted - updated} 个仍是旧模板（${reason}）`,
            },
            evidence: [`${shortId(workload)}: ${updated} of ${wanted} updated`],
            remedy: {
              en:
                strategy === 'OnDelete'
                  ? `Delete the Pods of ${nameOf(workload)} one by one.`
                  : 'Set the partition to 0.',
              zh: strategy === 'OnDelete' ? `逐个删除 ${nameOf(workload)} 的 Pod。` : '把 partition 设为 0。',
            },
            property: 'spec.updateStrategy',
          },
        ];
      }),
};

function strategyOf({ json }: Manifest) {
  const strategy = asObject(asObject(json['spec'])['updateStrategy']);
  const partition = wholeNumber(asObject(strategy['rollingUpdate'])['partition'], 0);
  return { strategy: asText(strategy['type']), partition };
}

function countsOf(workload: Manifest) {
  const status = asObject(workload.json['status']);
  if (kindOf(workload) === 'DaemonSet') {
    const wanted = wholeNumber(status['desiredNumberScheduled'], 0);
    return { wanted, updated: wholeNumber(status['updatedNumberScheduled'], 0) };
  }
  const isUpdated = asText(status['currentRevision']) === asText(status['updateRevision']);
  const wanted = wholeNumber(status['replicas'], 0);
  return { wanted, updated: isUpdated ? wanted : wholeNumber(status['updatedReplicas'], 0) };
}
