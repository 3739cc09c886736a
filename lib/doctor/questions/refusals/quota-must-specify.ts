import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { refusedGroups, subjectOf } from '../reading/refused-groups';

/**
 * Where a quota counts a resource, every container has to say how much of it it wants, init containers included.
 *
 * @see kubernetes/kubernetes v1.27 pkg/quota/v1/evaluator/core/pods.go, Constraints
 */
export const quotaMustSpecify: Question = {
  id: 'quota-must-specify',
  severity: 'error',
  summary: {
    en: 'Does a quota refuse Pods that do not say what they need?',
    zh: '是否有 Pod 因为没写 requests 或 limits 而被配额拒绝？',
  },
  ask: (cluster) =>
    refusedGroups(cluster, 'quota-must-specify', ({ message }) => demandsIn(message).join(';')).map((group) => {
      const { namespace, refusals, refused, evidence, explains } = group;
      const [{ message, workload }] = refusals;
      const quota = /failed quota: ([^:]+):/.exec(message)?.[1] ?? '';
      const demands = demandsIn(message);
      const names = demands.map((demand) => `resources.${demand.split(' ', 1)[0] ?? ''}`);
      return {
        object: subjectOf(group, `ResourceQuota/${namespace}/${quota}`),
        cause: {
          en: `the quota ${quota} refuses ${refused.en}: it counts what they do not specify: ${demands.join('; ')}`,
          zh: `配额 ${quota} 拒绝 ${refused.zh}：必须写明 ${demands.join('；')}`,
        },
        evidence,
        remedy: {
          en: `Set ${names.join(' and ')} on each container named, init containers included; a LimitRange with defaults would do it too.`,
          zh: `为上述每个容器（含 init 容器）写明 ${names.join('、')}；命名空间里带默认值的 LimitRange 也可以。`,
        },
        at: objectId(workload),
        property: names[0] ?? 'resources',
        explains,
      };
    }),
};

/** Returns what is not specified, as the message says it: `limits.cpu for: main`; before 1.26 without the containers. */
function demandsIn(message: string): readonly string[] {
  const said = /: must specify (.*)$/s.exec(message)?.[1] ?? '';
  return said.split(said.includes(' for: ') ? '; ' : ',').filter((demand) => demand !== '');
}
