import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** Without a ticket nothing of Hadoop answers. */
export const kerberosRefused: Question = logQuestion('kerberos-refused', {
  en: 'Does a log-in to Kerberos fail?',
  zh: 'Kerberos 登录是否失败？',
});
