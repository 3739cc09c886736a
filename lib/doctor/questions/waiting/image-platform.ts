import type { Question } from '../../judge/finding';
import { imageSymptom } from './image-question';
import { pullFailures } from './pull-failures';

/** The registry has the image, for other processors only. */
export const imagePlatform: Question = {
  id: 'image-platform',
  severity: 'error',
  summary: {
    en: 'Is an image built for another processor?',
    zh: '镜像是否是为其他处理器架构构建的？',
  },
  ask: (cluster, expected) =>
    pullFailures(cluster, 'platform').map((failure) =>
      imageSymptom(cluster, expected, failure, {
        wrong: {
          en: 'is not built for the processor or system of the node',
          zh: '没有与节点处理器架构或系统匹配的版本',
        },
        remedy: {
          en: 'Build and push it for the platform of the nodes, such as linux/amd64.',
          zh: '按节点平台（如 linux/amd64）重新构建并推送。',
        },
      }),
    ),
};
