import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { ailmentSymptom } from './ailment-symptom';
import { explainedContainers } from './explained-containers';
import type { LogTheme } from './explained-containers';
import { shownLine } from './log-lines';
import { filledIn } from './log-pattern';

/** Returns the question whether the log of a container that is not well tells of something. */
export function logQuestion(id: LogTheme, summary: Text): Question {
  return {
    id,
    severity: 'error',
    summary,
    ask: (cluster) =>
      explainedContainers(cluster).flatMap((one) => {
        if (one.because.kind !== 'log' || one.because.theme !== id) return [];
        const { found } = one.because;
        const { field } = found.pattern;
        return [
          ailmentSymptom(one, {
            wrong: tidied(filledIn(found.pattern.wrong, found)),
            remedy: tidied(filledIn(found.pattern.remedy, found)),
            ...(field === undefined ? {} : { field }),
            evidence: [`log: ${shownLine(found.line)}`],
          }),
        ];
      }),
  };
}

/** Takes out what groups that found nothing leave behind. */
function tidied({ en, zh }: Text): Text {
  const tidy = (text: string) =>
    text
      .replaceAll(/ ?(?:\(\)|（）|"")/g, '')
      .replaceAll(/ {2,}/g, ' ')
      .replaceAll(/[ :：,、]+$/g, '')
      .replaceAll(/ ([,.;:，。；：])/g, '$1');
  return { en: tidy(en), zh: tidy(zh) };
}
