import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { refusedGroups, subjectOf } from '../reading/refused-groups';
import { refusalAdvice } from './refusal-advice';

/** Whatever else the API server says to a controller: the words are its own, and for the known ones there is advice. */
export const refused: Question = {
  id: 'refused',
  severity: 'error',
  summary: {
    en: 'Does the API server refuse Pods for another reason?',
    zh: 'API server 是否因其他原因拒绝 Pod？',
  },
  ask: (cluster) =>
    refusedGroups(cluster, 'refused', ({ message }) => withoutNames(message)).map((group) => {
      const { namespace, refusals, refused: what, evidence, explains } = group;
      const [{ message, workload }] = refusals;
      const { remedy, property } = refusalAdvice(message);
      return {
        object: subjectOf(group, `Namespace//${namespace}`),
        cause: {
          en: `the API server refuses ${what.en}: ${message}`,
          zh: `API server 拒绝 ${what.zh}：${message}`,
        },
        evidence,
        remedy,
        ...(property === undefined ? {} : { at: objectId(workload), property }),
        explains,
      };
    }),
};

/** The name of a Pod is another one in each attempt. */
function withoutNames(message: string): string {
  return message.replace(/^\S+ "[^"]*"/, '');
}
