import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** The command, a module, class, library or file is not in the image. */
export const programIncomplete: Question = logQuestion('program-incomplete', {
  en: 'Does an image lack a program or a part of one?',
  zh: '镜像是否缺少程序或其组成部分？',
});
