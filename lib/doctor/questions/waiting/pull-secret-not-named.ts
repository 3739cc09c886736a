import type { Question } from '../../judge/finding';
import { foreignRegistryText } from './image-texts';
import { secretFailures } from './pull-failures';
import { podPathOf } from './pull-secret-missing';

/** A Pod without a pull Secret asks a private registry as a stranger. */
export const pullSecretNotNamed: Question = {
  id: 'pull-secret-not-named',
  severity: 'error',
  summary: {
    en: 'Do Pods name no pull Secret for a private registry?',
    zh: '是否有 Pod 使用私有镜像仓库却没有写 imagePullSecrets？',
  },
  ask: (cluster, expected) =>
    secretFailures(cluster, 'none-named').map((failure) => {
      const { id, host, image, path, proofs } = failure;
      const { registry } = expected.environment;
      const secret = registry?.host === host ? registry.pullSecret : undefined;
      const foreign = foreignRegistryText(expected, failure);
      return {
        object: id,
        cause: {
          en: `the Pod names no pull Secret, and ${host} refuses "${image}" to strangers${foreign.en}`,
          zh: `Pod 没有写 imagePullSecrets，${host} 拒绝匿名拉取 "${image}"${foreign.zh}`,
        },
        evidence: proofs,
        remedy: {
          en: `Name ${secret === undefined ? 'a pull Secret for this host' : `"${secret}"`} in imagePullSecrets of the Pods, or in the ServiceAccount.`,
          zh: `在 Pod 的 imagePullSecrets 或 ServiceAccount 中写上${secret === undefined ? '该主机的拉取 Secret' : ` "${secret}"`}。`,
        },
        property: `${podPathOf(path)}.imagePullSecrets`,
      };
    }),
};
