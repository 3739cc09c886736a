import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** A program ends, or refuses to work, since a volume has no room left. */
export const diskFull: Question = logQuestion('disk-full', {
  en: 'Is a volume full?',
  zh: '是否有卷已写满？',
});
