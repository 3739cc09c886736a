import type { Question } from '../../judge/finding';
import { imageSymptom } from './image-question';
import { pullFailures } from './pull-failures';

/** An image that is only to be taken from the node, where it is not. */
export const imageNeverPulled: Question = {
  id: 'image-never-pulled',
  severity: 'error',
  summary: {
    en: 'May an image not be pulled that is not on the node?',
    zh: '是否有节点上没有、却被禁止拉取的镜像？',
  },
  ask: (cluster, expected) =>
    pullFailures(cluster, 'never-pulled').map((failure) =>
      imageSymptom(cluster, expected, failure, {
        wrong: {
          en: 'is not on the node, and imagePullPolicy Never forbids to pull it',
          zh: '不在节点上，而 imagePullPolicy 为 Never，不会拉取',
        },
        remedy: {
          en: 'Set imagePullPolicy to IfNotPresent.',
          zh: '把 imagePullPolicy 设为 IfNotPresent。',
        },
      }),
    ),
};
