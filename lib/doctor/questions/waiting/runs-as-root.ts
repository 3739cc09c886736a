import type { Question } from '../../judge/finding';
import { isRootRefusal, uncreatedContainers } from './uncreated-containers';

/** The Pod demands a user that is not root, and its image names root, or a user by name only. */
export const runsAsRoot: Question = {
  id: 'runs-as-root',
  severity: 'error',
  summary: {
    en: 'Does runAsNonRoot refuse the user of an image?',
    zh: 'runAsNonRoot 是否拒绝了镜像的用户？',
  },
  ask: (cluster) =>
    uncreatedContainers(cluster)
      .filter(({ said }) => isRootRefusal(said))
      .map(({ id, container, image, path, said, proofs }) => {
        const user = /non-numeric user \(([^)]*)\)/.exec(said)?.[1];
        return {
          object: id,
          cause:
            user === undefined
              ? {
                  en: `container ${container} has runAsNonRoot, and its image "${image}" would run as root (uid 0)`,
                  zh: `容器 ${container} 设置了 runAsNonRoot，而镜像 "${image}" 会以 root（uid 0）运行`,
                }
              : {
                  en: `container ${container} has runAsNonRoot, and its image "${image}" names its user "${user}" without a number, so the kubelet cannot tell that it is not root`,
                  zh: `容器 ${container} 设置了 runAsNonRoot，而镜像 "${image}" 的用户 "${user}" 不是数字，kubelet 无法确认其不是 root`,
                },
          evidence: proofs,
          remedy: {
            en: 'Set securityContext.runAsUser to the number of a user that the image has, or build the image with a numeric USER.',
            zh: '把 securityContext.runAsUser 设为镜像中已有用户的数字 uid，或在镜像中使用数字形式的 USER。',
          },
          property: `${path}.securityContext.runAsUser`,
        };
      }),
};
