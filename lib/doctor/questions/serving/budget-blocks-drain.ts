import { asObject, objectId } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Question } from '../../judge/finding';
import { nameOf, shortId } from '../reading/named';
import { isCordoned } from '../reading/node-state';
import { isTerminating } from '../reading/pod-state';

/** A budget that allows no disruption although all is well never lets a VM be drained. */
export const budgetBlocksDrain: Question = {
  id: 'budget-blocks-drain',
  severity: 'warning',
  summary: {
    en: 'Does a PodDisruptionBudget never allow a disruption?',
    zh: '是否有 PodDisruptionBudget 永远不允许中断？',
  },
  ask: (cluster) =>
    cluster.ofKind('PodDisruptionBudget').flatMap((budget) => {
      const [spec, status] = [asObject(budget.json['spec']), asObject(budget.json['status'])];
      const [expected, healthy, allowed] = ['expectedPods', 'currentHealthy', 'disruptionsAllowed'].map((name) =>
        wholeNumber(status[name], 0),
      );
      if (isTerminating(budget) || expected === undefined || healthy === undefined) return [];
      if (expected === 0 || allowed !== 0 || healthy < expected) return [];
      const desired = wholeNumber(status['desiredHealthy'], 0);
      const drained = cluster.ofKind('Node').filter(isCordoned).map(nameOf);
      const [en, zh] =
        drained.length === 0
          ? ['', '']
          : [
              `; ${drained.join(', ')} is cordoned, and its drain waits`,
              `；${drained.join('、')} 已 cordon，drain 在等待`,
            ];
      const field = spec['maxUnavailable'] === undefined ? 'minAvailable' : 'maxUnavailable';
      return [
        {
          object: objectId(budget),
          cause: {
            en: `${shortId(budget)} allows 0 disruptions with ${healthy} healthy Pods of ${expected}, since ${desired} have to be healthy${en}`,
            zh: `${shortId(budget)} 允许中断 0 个：健康 ${healthy}/${expected}，而要求健康 ${desired} 个${zh}`,
          },
          evidence: [
            `${shortId(budget)}: disruptionsAllowed 0, currentHealthy ${healthy}, desiredHealthy ${desired}, expectedPods ${expected}`,
          ],
          remedy: {
            en: 'Use maxUnavailable: 1, or take the budget out where there is one replica.',
            zh: '改用 maxUnavailable: 1；只有一个副本时去掉该 PodDisruptionBudget。',
          },
          property: `spec.${field}`,
        },
      ];
    }),
};
