import type { Question } from '../../judge/finding';
import { imageSymptom } from './image-question';
import { pullFailures } from './pull-failures';

/** The registry answers, and has no image of this name or no such tag of it. */
export const imageNotFound: Question = {
  id: 'image-not-found',
  severity: 'error',
  summary: {
    en: 'Is there an image that the registry does not have?',
    zh: '镜像仓库中是否没有某个镜像？',
  },
  ask: (cluster, expected) =>
    pullFailures(cluster, 'not-found').map((failure) =>
      imageSymptom(cluster, expected, failure, {
        wrong: {
          en: 'is not in the registry, by this name and tag',
          zh: '在镜像仓库中不存在（名称或 tag 不对）',
        },
        remedy: {
          en: 'Write a name and tag that the registry has, or push the image to it (znyw images).',
          zh: '改为镜像仓库中已有的名称与 tag，或先把镜像推送上去（znyw images）。',
        },
      }),
    ),
};
