import type { Question, Symptom } from '../../judge/finding';
import { absentObject, isMisspelt } from '../reading/absent-object';
import { namespaceOf } from '../reading/named';
import { groupedFailures, secretFailures, workloadsOf } from './pull-failures';

/** The kubelet goes without a pull Secret that is not there, and is refused as a stranger. */
export const pullSecretMissing: Question = {
  id: 'pull-secret-missing',
  severity: 'error',
  summary: {
    en: 'Is a pull Secret not there?',
    zh: '拉取镜像的 Secret 是否不存在？',
  },
  ask: (cluster, expected) => {
    const failures = secretFailures(cluster, 'missing');
    const keyOf = (failure: (typeof failures)[number]) =>
      `Secret/${namespaceOf(failure.pod)}/${failure.secretFault?.name ?? ''}`;
    return groupedFailures(failures, keyOf).map((group): Symptom => {
      const [first, ...others] = group;
      const name = first.secretFault?.name ?? '';
      const workloads = workloadsOf(group);
      const absent = absentObject(cluster, expected, { kind: 'Secret', namespace: namespaceOf(first.pod), name });
      const isKnown = expected.environment.registry?.pullSecret === name;
      const isOwn = workloads.length === 1 && !isKnown && isMisspelt(name, absent);
      const nearest = absent.nearest ?? '';
      const near = nearest === '' ? { en: '', zh: '' } : { en: `; there is "${nearest}"`, zh: `；现有 "${nearest}"` };
      return {
        object: isOwn ? first.id : keyOf(first),
        cause: {
          en: `the pull Secret "${name}" is not there${near.en}, so ${first.host} refuses the images of ${workloads.length} ${workloads.length === 1 ? 'workload' : 'workloads'}`,
          zh: `拉取 Secret "${name}" 不存在${near.zh}，镜像仓库 ${first.host} 因此拒绝 ${workloads.length} 个工作负载拉取镜像`,
        },
        evidence: [...first.proofs, ...others.slice(0, 1).flatMap(({ proofs }) => proofs.slice(0, 1))],
        remedy: {
          en: `${isOwn ? `Write "${nearest}" in imagePullSecrets, or make` : 'Make'} the Secret "${name}" for ${first.host} (znyw secret), of type kubernetes.io/dockerconfigjson; the Pods try again by themselves.`,
          zh: `${isOwn ? `把 imagePullSecrets 改为 "${nearest}"，或` : ''}为 ${first.host} 创建类型为 kubernetes.io/dockerconfigjson 的 Secret "${name}"（znyw secret）；Pod 会自动重试。`,
        },
        ...(isOwn ? { property: `${podPathOf(first.path)}.imagePullSecrets` } : {}),
        explains: workloads.filter((id) => !isOwn || id !== first.id),
      };
    });
  },
};

/** Returns where the Pod's spec stands, of the path of one of its containers. */
export function podPathOf(containerPath: string): string {
  return containerPath.replace(/\.(?:initC|c)ontainers\[.*$/, '');
}
