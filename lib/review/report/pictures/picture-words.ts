import type { Text } from '../../../text';
import type { GraphNode } from '../report-model';

/** What the roles are called. */
export const ROLE_WORDS: Readonly<Record<GraphNode['role'], Text>> = {
  entry: { en: 'entry', zh: '入口' },
  service: { en: 'service', zh: '服务' },
  stream: { en: 'stream processing', zh: '流处理' },
  job: { en: 'job', zh: '任务' },
  store: { en: 'store', zh: '存储' },
  outside: { en: 'outside the cloud', zh: '云平台之外' },
};

/** The order in which roles are listed. */
export const ROLES: readonly GraphNode['role'][] = ['outside', 'entry', 'service', 'stream', 'job', 'store'];
