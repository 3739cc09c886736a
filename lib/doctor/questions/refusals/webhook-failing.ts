import type { Question } from '../../judge/finding';
import { refusedGroups } from '../reading/refused-groups';

const CALL = /failed calling webhook "([^"]*)": (.*)$/s;

/** An admission webhook with failurePolicy Fail that does not answer keeps every object out that it is asked about. */
export const webhookFailing: Question = {
  id: 'webhook-failing',
  severity: 'error',
  summary: {
    en: 'Does an admission webhook that does not answer keep Pods out?',
    zh: '是否有准入 webhook 无法访问，导致 Pod 创建不了？',
  },
  ask: (cluster) =>
    refusedGroups(cluster, 'webhook-failing', ({ message }) => CALL.exec(message)?.[1] ?? '').map(
      ({ refusals: [{ message }], refused, evidence, explains }) => {
        const [, webhook = '', problem = message] = CALL.exec(message) ?? [];
        return {
          object: `Webhook//${webhook}`,
          cause: {
            en: `the admission webhook ${webhook} cannot be called, so that ${refused.en} cannot be created: ${problem}`,
            zh: `准入 webhook ${webhook} 调用失败，无法创建 ${refused.zh}：${problem}`,
          },
          evidence,
          remedy: {
            en: 'Have those who run the cluster bring the Service of the webhook back, or set its failurePolicy to Ignore; no file of ours can help.',
            zh: '请集群管理员恢复该 webhook 的 Service，或把 failurePolicy 改为 Ignore；改我们的文件没有用。',
          },
          explains,
        };
      },
    ),
};
