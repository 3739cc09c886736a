import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** A program that is out of memory by its own account; what the kernel ends is another question. */
export const memoryExhausted: Question = logQuestion('memory-exhausted', {
  en: 'Does a program say that its memory does not suffice?',
  zh: '是否有程序报告内存不足？',
});
