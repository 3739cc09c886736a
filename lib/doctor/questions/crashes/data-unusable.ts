import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** A store does not start with what is in its data folder. */
export const dataUnusable: Question = logQuestion('data-unusable', {
  en: 'Can a store not start with its data?',
  zh: '是否有存储无法用现有数据启动？',
});
