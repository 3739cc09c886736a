import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { refusedGroups, subjectOf } from '../reading/refused-groups';

const DENIAL = /admission webhook "([^"]*)" denied the request(?:: (.*)| without explanation)?$/s;

/** An admission webhook looks at every Pod and may refuse it, with words of its own. */
export const webhookDenied: Question = {
  id: 'webhook-denied',
  severity: 'error',
  summary: { en: 'Does an admission webhook refuse Pods?', zh: '是否有准入 webhook 拒绝 Pod？' },
  ask: (cluster) =>
    refusedGroups(cluster, 'webhook-denied', ({ message }) => DENIAL.exec(message)?.slice(1).join(' ') ?? '').map(
      (group) => {
        const { refusals, refused, evidence, explains } = group;
        const [, webhook = '', reason] = DENIAL.exec(refusals[0].message) ?? [];
        return {
          object: subjectOf(group, `Webhook//${webhook}`),
          cause: {
            en: `the admission webhook ${webhook} refuses ${refused.en}: ${reason ?? 'without explanation'}`,
            zh: `准入 webhook ${webhook} 拒绝 ${refused.zh}：${reason ?? '没有说明原因'}`,
          },
          evidence,
          remedy: {
            en: 'Change the workload as the webhook asks, or ask those who run the cluster what it demands.',
            zh: '按 webhook 的要求修改工作负载，或向集群管理员了解其规则。',
          },
          at: objectId(refusals[0].workload),
          explains,
        };
      },
    ),
};
