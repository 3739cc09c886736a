import type { Question } from '../../judge/finding';
import { lastWords } from './last-words';
import { imageSymptom } from './image-question';
import { pullFailures, secretFaultOf } from './pull-failures';

/** An image that is not there, where the runtime's reason is not known: its events are gone, or it has new words. */
export const imageNotPulled: Question = {
  id: 'image-not-pulled',
  severity: 'error',
  summary: {
    en: 'Is an image not pulled for another reason?',
    zh: '是否有镜像因其他原因拉取失败？',
  },
  ask: (cluster, expected) =>
    pullFailures(cluster, 'unknown')
      .filter((failure) => secretFaultOf(failure) === undefined)
      .map((failure) =>
        imageSymptom(cluster, expected, failure, {
          wrong: {
            en: `is not pulled, and the event that says why is gone or says nothing known: ${lastWords(failure.said)}`,
            zh: `拉取失败，说明原因的事件已过期或内容未知：${lastWords(failure.said)}`,
          },
          remedy: {
            en: `Check name and tag of the image and the pull Secret; deleting the Pod makes the kubelet say again why.`,
            zh: '检查镜像名称、tag 与拉取 Secret；删除该 Pod 后，kubelet 会重新给出原因。',
          },
        }),
      ),
};
