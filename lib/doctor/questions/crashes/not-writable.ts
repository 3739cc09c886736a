import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** The root file system is read-only, and volumes belong to some user. */
export const notWritable: Question = logQuestion('not-writable', {
  en: 'May a program not write where it has to?',
  zh: '是否有程序无法写入所需位置？',
});
