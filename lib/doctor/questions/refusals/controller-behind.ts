import { asObject, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Question } from '../../judge/finding';
import { conditionOf, isTerminating } from '../reading/pod-state';
import { listedNames } from '../reading/listed-names';
import { namespaceOf, shortId } from '../reading/named';

const OBSERVED_KINDS = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'];

/**
 * A controller writes into the status which generation of an object it has dealt with. Where that stays behind, no
 * controller is at work, and nothing that anybody changes has an effect.
 */
export const controllerBehind: Question = {
  id: 'controller-behind',
  severity: 'error',
  summary: {
    en: 'Do the controllers of the cluster deal with what is changed?',
    zh: '集群的控制器是否在处理变更？',
  },
  ask: (cluster) => {
    const behind = OBSERVED_KINDS.flatMap((kind) => cluster.ofKind(kind)).filter(isBehind);
    const [first] = behind;
    if (first === undefined) return [];
    const names = listedNames(behind.map(shortId));
    return [
      {
        object: behind.length === 1 ? objectId(first) : `Namespace//${namespaceOf(first)}`,
        cause: {
          en: `no controller has dealt with the present state of ${names.en}: generation ${generation(first)}, observed ${observed(first)}`,
          zh: `控制器没有处理 ${names.zh} 的最新内容：generation ${generation(first)}，observedGeneration ${observed(first)}`,
        },
        evidence: behind
          .slice(0, 3)
          .map((one) => `${shortId(one)}: metadata.generation ${generation(one)}, observedGeneration ${observed(one)}`),
        remedy: {
          en: 'Ask again in a minute; where it stays so, have those who run the cluster look at kube-controller-manager.',
          zh: '一分钟后再查；若仍如此，请集群管理员检查 kube-controller-manager。',
        },
        explains: behind.map(objectId),
      },
    ];
  },
};

function isBehind(object: Manifest): boolean {
  // Where the ReplicaSet is refused, the controller writes the condition and not the generation.
  const isRefused = conditionOf(object, 'Progressing')['reason'] === 'ReplicaSetCreateError';
  return !isTerminating(object) && !isRefused && observed(object) < generation(object);
}

function generation({ json }: Manifest): number {
  return wholeNumber(asObject(json['metadata'])['generation'], 0);
}

function observed({ json }: Manifest): number {
  return wholeNumber(asObject(json['status'])['observedGeneration'], 0);
}
