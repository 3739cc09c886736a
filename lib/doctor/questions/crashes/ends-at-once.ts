import type { Question } from '../../judge/finding';
import { ailmentSymptom } from './ailment-symptom';
import { debugHoldAdvice } from './debug-hold';
import { trySeconds } from './ended-run';
import { explainedContainers } from './explained-containers';

/** A program that goes to the background, or has nothing to do, ends well: and is started again, for ever. */
export const endsAtOnce: Question = {
  id: 'ends-at-once',
  severity: 'error',
  summary: {
    en: 'Does a container that is to run always come to a good end?',
    zh: '是否有应常驻的容器正常结束？',
  },
  ask: (cluster) =>
    explainedContainers(cluster).flatMap((one) => {
      if (one.because.kind !== 'ends-well') return [];
      const seconds = one.run === undefined ? undefined : trySeconds(one.run);
      const [en, zh] = seconds === undefined ? ['', ''] : [` after ${seconds} s`, `（运行 ${seconds} 秒）`];
      const hold = debugHoldAdvice(one);
      return [
        ailmentSymptom(one, {
          wrong: {
            en: `its start script comes to its end${en}, and nothing stays in the foreground`,
            zh: `启动脚本正常结束${zh}，没有程序留在前台`,
          },
          remedy: {
            en: `End the start script with exec of the program, in the foreground (nginx: daemon off; redis: daemonize no; mongod without --fork); what is to run once belongs in a Job. ${hold.en}`.trim(),
            zh: `启动脚本最后用 exec 在前台运行程序（nginx：daemon off；redis：daemonize no；mongod 不用 --fork）；只运行一次的任务应使用 Job。${hold.zh}`.trim(),
          },
          field: 'command',
        }),
      ];
    }),
};
