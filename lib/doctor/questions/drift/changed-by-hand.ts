import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { shortId } from '../reading/named';
import { changedObjects, writtenValue } from './changed-objects';

/** How many fields a sentence names. */
const NAMED_FIELDS = 5;

/** Where somebody may have typed in a password: a finding says that such a field differs, and not what it holds. */
const PRIVATE = /(?:^|\.)(?:data|binaryData|stringData|env|command|args|annotations|httpHeaders)(?:$|[.[])/;

/** The next publication takes a change by hand back; until then nobody who reads the files knows what runs. */
export const changedByHand: Question = {
  id: 'changed-by-hand',
  severity: 'warning',
  summary: { en: 'Is everything as it was published?', zh: '集群里的对象是否与发布的一致？' },
  ask: (cluster, expected) =>
    changedObjects(cluster, expected)
      .filter(({ others }) => others.length > 0)
      .map(({ live, others }) => {
        const fields = others
          .slice(0, NAMED_FIELDS)
          .map(({ field, live: now, published }) =>
            PRIVATE.test(field) ? field : `${field}: ${writtenValue(now)} / ${writtenValue(published)}`,
          );
        const more = others.length - fields.length;
        return {
          object: objectId(live),
          cause: {
            en: `${shortId(live)} differs from what was published (live / published): ${fields.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
            zh: `${shortId(live)} 与发布的不同（集群 / 发布）：${fields.join('；')}${more > 0 ? `；另有 ${more} 处` : ''}`,
          },
          evidence: others.map(({ field }) => `${shortId(live)}: ${field}`),
          remedy: {
            en: 'Bring the change into the program, or publish again to take it back.',
            zh: '把修改写进程序；不需要则重新发布以恢复。',
          },
          property: others[0]?.field ?? '',
        };
      }),
};
