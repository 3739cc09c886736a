import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** Two programs want one port. */
export const portTaken: Question = logQuestion('port-taken', {
  en: 'Is the port of a program taken?',
  zh: '是否有程序的端口被占用？',
});
