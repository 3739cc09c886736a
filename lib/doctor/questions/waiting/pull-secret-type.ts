import { namespaceOf } from '../reading/named';
import type { Question } from '../../judge/finding';
import { groupedFailures, secretFailures, workloadsOf } from './pull-failures';

/** A Secret of another type is passed over without a word. */
export const pullSecretType: Question = {
  id: 'pull-secret-type',
  severity: 'error',
  summary: {
    en: 'Is a pull Secret of a type that the kubelet does not read?',
    zh: '拉取镜像的 Secret 类型是否不对？',
  },
  ask: (cluster) => {
    const failures = secretFailures(cluster, 'wrong-type');
    const keyOf = (failure: (typeof failures)[number]) =>
      `Secret/${namespaceOf(failure.pod)}/${failure.secretFault?.name ?? ''}`;
    return groupedFailures(failures, keyOf).map((group) => {
      const [first] = group;
      const { name = '', type = '' } = first.secretFault ?? {};
      return {
        object: keyOf(first),
        cause: {
          en: `the pull Secret "${name}" is of type ${type}; the kubelet reads kubernetes.io/dockerconfigjson only, so it pulls without an account and ${first.host} refuses`,
          zh: `拉取 Secret "${name}" 的类型是 ${type}；kubelet 只读取 kubernetes.io/dockerconfigjson，因此匿名拉取，被 ${first.host} 拒绝`,
        },
        evidence: [`type of Secret/${name}: ${type}`, ...first.proofs],
        remedy: {
          en: `Delete the Secret "${name}" and make it again of type kubernetes.io/dockerconfigjson (znyw secret); the type cannot be changed.`,
          zh: `类型不能修改：删除 Secret "${name}"，按 kubernetes.io/dockerconfigjson 类型重新创建（znyw secret）。`,
        },
        explains: workloadsOf(group),
      };
    });
  },
};
