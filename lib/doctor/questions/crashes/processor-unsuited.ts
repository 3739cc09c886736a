import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** A VM that hides features of its processor ends programs that were built for them. */
export const processorUnsuited: Question = logQuestion('processor-unsuited', {
  en: 'Does the processor of the VM lack what a program needs?',
  zh: 'VM 的 CPU 是否缺少程序所需的指令？',
});
