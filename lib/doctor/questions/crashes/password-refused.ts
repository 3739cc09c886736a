import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** A store or service refuses the account, its password or its rights. */
export const passwordRefused: Question = logQuestion('password-refused', {
  en: 'Is a password or right refused?',
  zh: '是否有密码或权限被拒绝？',
});
