import type { Question } from '../../judge/finding';
import { registrySymptoms } from './registry-fault';

/** Public registries count pulls by address or account. */
export const registryRateLimit: Question = {
  id: 'registry-rate-limit',
  severity: 'error',
  summary: {
    en: 'Does the registry limit how often images are pulled?',
    zh: '镜像仓库是否限制了拉取频率？',
  },
  ask: (cluster, expected) =>
    registrySymptoms(cluster, expected, 'rate-limit', () => ({
      wrong: {
        en: 'has had too many pulls and refuses more for a while (429)',
        zh: '拉取次数过多，暂时拒绝（429）',
      },
      remedy: {
        en: 'Pull from the registry of the project instead, or wait until the limit is lifted; name a pull Secret if an account has a higher one.',
        zh: '改用本项目的镜像仓库，或等待限制解除；若有额度更高的账号，配置拉取 Secret。',
      },
    })),
};
