import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { nameOf, namespaceOf } from '../reading/named';
import { refusedGroups, subjectOf } from '../reading/refused-groups';
import { limitRangeBreaches, mergedBreaches } from './limit-range-breaches';

/** With so many workloads outside of it, it is the LimitRange that does not suit them: one finding rather than many. */
const MANY_WORKLOADS = 3;

/** A LimitRange bounds what one container, Pod or claim may ask; what is outside is refused one by one. */
export const limitRangeRefused: Question = {
  id: 'limit-range-refused',
  severity: 'error',
  summary: {
    en: 'Does a LimitRange refuse the size of Pods or claims?',
    zh: '是否有 Pod 或 PVC 的大小被 LimitRange 拒绝？',
  },
  ask: (cluster) => {
    const byBreach = refusedGroups(cluster, 'limit-range-refused', ({ message }) => breachKey(message));
    const groups =
      new Set(byBreach.flatMap(({ refusals }) => refusals.map(({ workload }) => workload))).size < MANY_WORKLOADS
        ? byBreach
        : refusedGroups(cluster, 'limit-range-refused', () => '');
    return groups.map((group) => {
      const { namespace, refusals, refused, evidence, explains } = group;
      const [{ workload }] = refusals;
      const breaches = refusals.flatMap(({ message }) => limitRangeBreaches(message));
      const told = mergedBreaches(breaches);
      const ranges = cluster.ofKind('LimitRange').filter((range) => namespaceOf(range) === namespace);
      const name = ranges[0] === undefined || ranges.length > 1 ? '' : nameOf(ranges[0]);
      const [first] = breaches;
      const property = first === undefined ? 'resources' : `resources.${first.property}.${first.resource}`;
      return {
        object: subjectOf(group, `LimitRange/${namespace}/${name}`),
        cause: {
          en: `the LimitRange${name === '' ? '' : ` ${name}`} refuses ${refused.en}: ${told.map(({ en }) => en).join('; ')}`,
          zh: `LimitRange${name === '' ? '' : ` ${name}`} 拒绝 ${refused.zh}：${told.map(({ zh }) => zh).join('；')}`,
        },
        evidence,
        remedy: {
          en: `Write ${property} and what else is named inside the bounds (\`kubectl describe limitrange\` shows them), or have the bounds changed.`,
          zh: `把 ${property} 等上述数值改到范围之内（\`kubectl describe limitrange\` 可查看），或请平台调整范围。`,
        },
        at: objectId(workload),
        property,
        explains,
      };
    });
  },
};

/** The parts of a message come in any order, and each attempt in another one. */
function breachKey(message: string): string {
  return limitRangeBreaches(message)
    .map(({ en }) => en)
    .sort()
    .join(';');
}
