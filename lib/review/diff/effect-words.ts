import type { Text } from '../../text';
import type { Effect, ObjectChange } from './object-change';

/** What an effect means, in the words of a review. */
export const EFFECT_WORDS: Readonly<Record<Effect, Text>> = {
  none: { en: 'nothing restarts', zh: '不引起重启' },
  restarts: { en: 'Pods restart', zh: 'Pod 重启' },
  recreates: { en: 'stops, then starts anew', zh: '先停止再重建' },
  refused: { en: 'the API server will refuse it', zh: 'API server 将拒绝' },
  'data-lost': { en: 'data is lost', zh: '数据丢失' },
  traffic: { en: 'traffic changes', zh: '网络流量变化' },
};

/** What happened to an object. */
export const CHANGE_WORDS: Readonly<Record<ObjectChange['change'], Text>> = {
  removed: { en: 'removed', zh: '删除' },
  changed: { en: 'changed', zh: '修改' },
  added: { en: 'added', zh: '新增' },
};
