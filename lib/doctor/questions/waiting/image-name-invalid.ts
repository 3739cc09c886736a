import type { Question } from '../../judge/finding';
import { imageSymptom } from './image-question';
import { pullFailures } from './pull-failures';

/** What stands in the field image cannot be the name of one. */
export const imageNameInvalid: Question = {
  id: 'image-name-invalid',
  severity: 'error',
  summary: {
    en: 'Is the name of an image malformed?',
    zh: '镜像名称是否不合法？',
  },
  ask: (cluster, expected) =>
    pullFailures(cluster, 'name-invalid').map((failure) =>
      imageSymptom(cluster, expected, failure, {
        wrong: {
          en: 'is not a valid image reference, so that nothing is pulled at all',
          zh: '不是合法的镜像引用，因此根本不会拉取',
        },
        remedy: {
          en: 'Write it as host/organisation/name:tag, in lower case and without spaces.',
          zh: '按 host/organisation/name:tag 书写，名称小写且不含空格。',
        },
      }),
    ),
};
