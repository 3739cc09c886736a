import type { Question } from '../../judge/finding';
import { logQuestion } from './log-question';

/** What YARN, HDFS and Spark say, as the log of the Pod that asks them has it. */
export const hadoopRefuses: Question = logQuestion('hadoop-refuses', {
  en: 'Does YARN, HDFS or Spark say no?',
  zh: 'YARN、HDFS 或 Spark 是否拒绝？',
});
