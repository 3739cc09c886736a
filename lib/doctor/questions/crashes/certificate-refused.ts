import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** TLS between two programs fails by a certificate. */
export const certificateRefused: Question = logQuestion('certificate-refused', {
  en: 'Does a program not trust a certificate?',
  zh: '是否有程序不信任证书？',
});
