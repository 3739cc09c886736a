import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** A program ends since it does not understand its settings, or lacks one. */
export const configurationRefused: Question = logQuestion('configuration-refused', {
  en: 'Does a program not understand its settings?',
  zh: '是否有程序无法识别其配置？',
});
