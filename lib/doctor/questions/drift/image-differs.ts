import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { shortId } from '../reading/named';
import { changedObjects, writtenValue } from './changed-objects';

/** Another image runs than the one that was published: a rollout that was never applied, or a change by hand. */
export const imageDiffers: Question = {
  id: 'image-differs',
  severity: 'warning',
  summary: { en: 'Does every workload run the image that was published?', zh: '运行的镜像是否与发布的一致？' },
  ask: (cluster, expected) =>
    changedObjects(cluster, expected)
      .filter(({ images }) => images.length > 0)
      .map(({ live, images }) => {
        const changes = images.map(({ live: now, published }) => `${writtenValue(now)} / ${writtenValue(published)}`);
        return {
          object: objectId(live),
          cause: {
            en: `${shortId(live)} has another image than was published: ${changes.join('; ')} (live / published)`,
            zh: `${shortId(live)} 的镜像与发布的不同：${changes.join('；')}（集群 / 发布）`,
          },
          evidence: images.map(({ field, live: now }) => `${shortId(live)}: ${field} ${writtenValue(now)}`),
          remedy: {
            en: 'Publish it again, or bring the image into the program if the live one is right.',
            zh: '重新发布；如果集群里的才正确，就把它改进程序。',
          },
          property: images[0]?.field ?? 'image',
        };
      }),
};
