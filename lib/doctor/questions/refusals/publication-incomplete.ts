import { listed } from '../../../validation/references/named-objects';
import type { Question } from '../../judge/finding';
import { listedNames } from '../reading/listed-names';
import { expectedId, explainedByMissing, isMuchMissing, missingGroups } from '../reading/missing-groups';
import { shortId } from '../reading/named';
import { objectsWithoutQuota } from '../reading/object-quota-charge';
import { explainedBy } from '../reading/refused-groups';

/**
 * Much or all of what was published is not there: it was never applied, or the wrong cluster or namespace was asked.
 * One finding, and one that says little about what is wrong with that which is there.
 */
export const publicationIncomplete: Question = {
  id: 'publication-incomplete',
  severity: 'error',
  summary: { en: 'Is most of what was published there?', zh: '发布的内容是否大部分都在？' },
  ask: (cluster, expected) =>
    [...missingGroups(cluster, expected)].flatMap(([namespace, missing]) => {
      if (!isMuchMissing(missing)) return [];
      // A quota of object counts is why they are not there: that is another finding, and enough.
      const refused = new Set(objectsWithoutQuota(cluster, expected).flatMap((one) => explainedBy([one])));
      const groups = missing.filter(({ objects }) => !objects.every((one) => refused.has(expectedId(one))));
      if (groups.length === 0) return [];
      const objects = groups.flatMap((group) => group.objects);
      const published = groups[0]?.published ?? 0;
      const names = listedNames(groups.map(({ objects: [{ manifest }] }) => shortId(manifest)));
      return [
        {
          object: `Namespace//${namespace}`,
          cause: {
            en: `${objects.length} of ${published} objects that were published are not in the namespace ${namespace}: ${names.en}`,
            zh: `发布的 ${published} 个对象中有 ${objects.length} 个不在命名空间 ${namespace} 里：${names.zh}`,
          },
          evidence: [`not found: ${listed(objects.map(expectedId))}`],
          remedy: {
            en: 'Look whether the context and the namespace are the right ones, and whether the Jenkins build that applies the files has succeeded.',
            zh: '检查 context 和命名空间是否正确，以及执行 apply 的 Jenkins 构建是否成功。',
          },
          explains: explainedByMissing(cluster, expected, groups),
        },
      ];
    }),
};
