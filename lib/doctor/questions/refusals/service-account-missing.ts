import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { refusedGroups } from '../reading/refused-groups';

const LOOKED_UP = /error looking up service account [^/\s]*\/([^:\s]+):/;

/** A Pod is refused while the ServiceAccount that it names is not there: made in another namespace, or misspelt. */
export const serviceAccountMissing: Question = {
  id: 'service-account-missing',
  severity: 'error',
  summary: { en: 'Is a ServiceAccount of Pods missing?', zh: '是否缺少 Pod 使用的 ServiceAccount？' },
  ask: (cluster) =>
    refusedGroups(cluster, 'service-account-missing', ({ message }) => LOOKED_UP.exec(message)?.[1] ?? '').map(
      ({ namespace, refusals: [{ message, workload }], refused, evidence, explains }) => {
        const name = LOOKED_UP.exec(message)?.[1] ?? '';
        const isThere = cluster.tryFind('ServiceAccount', namespace, name) !== undefined;
        return {
          object: `ServiceAccount/${namespace}/${name}`,
          cause: isThere
            ? {
                en: `the ServiceAccount ${name} was missing at the last attempt to create ${refused.en}; it is there now, and the next attempt is to come`,
                zh: `上次创建 ${refused.zh} 时还没有 ServiceAccount ${name}；现在已有，控制器还没有重试`,
              }
            : {
                en: `the ServiceAccount ${name} does not exist in ${namespace}, so that ${refused.en} cannot be created`,
                zh: `命名空间 ${namespace} 里没有 ServiceAccount ${name}，无法创建 ${refused.zh}`,
              },
          evidence,
          remedy: isThere
            ? {
                en: 'Wait: the controller tries again within 17 minutes. `kubectl rollout restart` makes it try at once.',
                zh: '等待即可：控制器最多 17 分钟后会重试；`kubectl rollout restart` 可立即重试。',
              }
            : {
                en: `Create it with \`kubectl create serviceaccount ${name} -n ${namespace}\`, or correct serviceAccountName.`,
                zh: `用 \`kubectl create serviceaccount ${name} -n ${namespace}\` 创建，或改正 serviceAccountName。`,
              },
          at: objectId(workload),
          property: 'spec.template.spec.serviceAccountName',
          explains,
        };
      },
    ),
};
