import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { ailmentSymptom } from './ailment-symptom';
import { workloadOf } from './ailing-containers';
import { debugHoldAdvice } from './debug-hold';
import { trySeconds } from './ended-run';
import { explainedContainers } from './explained-containers';
import type { ExplainedContainer } from './explained-containers';
import { shownLine } from './log-lines';

/** What an exception is told with, after all lines that say where it was. */
const EXCEPTION_LINE = /^(?:Caused by: .|[A-Za-z_][\w.$]{0,200}(?:Error|Exception)(?::|$))/;
/** A line that says what went wrong rather than where. */
const ERROR_LINE =
  /^Caused by: |\b(?:ERROR|FATAL|CRITICAL|SEVERE|emerg|panic|Exception|Error)\b|[Ff]ailed|cannot |[Cc]an't |denied/;
const SHOWN_LINES = 5;

/** A program that ends by its own doing, for a reason that only its log tells. */
export const crashesUnexplained: Question = {
  id: 'crashes-unexplained',
  severity: 'error',
  summary: {
    en: 'Does a container end again and again, for a reason that is not known here?',
    zh: '是否有容器因未知原因反复退出？',
  },
  ask: (cluster) =>
    explainedContainers(cluster).flatMap((one) => {
      if (one.because.kind !== 'unknown') return [];
      const seconds = one.run === undefined ? undefined : trySeconds(one.run);
      const [en, zh] = seconds === undefined ? ['', ''] : [`after ${seconds} s, `, `运行 ${seconds} 秒后，`];
      const line = [EXCEPTION_LINE, ERROR_LINE, /(?:)/]
        .map((sign) => one.lines.findLast((text) => sign.test(text)))
        .find((text) => text !== undefined);
      const said =
        line === undefined
          ? { en: 'and no log of it was read', zh: '且没有读到其日志' }
          : { en: `its log says: ${shownLine(line)}`, zh: `日志：${shownLine(line)}` };
      return [
        ailmentSymptom(one, {
          wrong: { en: `${en}${said.en}`, zh: `${zh}${said.zh}` },
          remedy: remedyOf(one),
          evidence: [...(line === undefined ? [] : [`log: ${shownLine(line)}`]), ...otherLines(one.lines, line)],
        }),
      ];
    }),
};

function otherLines(lines: readonly string[], shown: string | undefined): readonly string[] {
  return lines
    .slice(-SHOWN_LINES)
    .filter((line) => line !== shown)
    .map((line) => `log: ${shownLine(line)}`);
}

function remedyOf(one: ExplainedContainer): Text {
  const { pod, container, lines } = one;
  const hold = debugHoldAdvice(one);
  const name = workloadOf({ ...one, workload: pod });
  const read =
    lines.length === 0
      ? {
          en: `Read kubectl logs ${name} -c ${container} --previous. `,
          zh: `查看 kubectl logs ${name} -c ${container} --previous。`,
        }
      : { en: 'Do what its log says. ', zh: '按其日志处理。' };
  return { en: `${read.en}${hold.en}`.trim(), zh: `${read.zh}${hold.zh}`.trim() };
}
