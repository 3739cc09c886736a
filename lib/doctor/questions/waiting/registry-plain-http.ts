import type { Question } from '../../judge/finding';
import { registrySymptoms } from './registry-fault';

/** Usually the wrong port, or a registry that was set up without a certificate. */
export const registryPlainHttp: Question = {
  id: 'registry-plain-http',
  severity: 'error',
  summary: {
    en: 'Does the registry speak HTTP where HTTPS is expected?',
    zh: '镜像仓库是否只提供 HTTP？',
  },
  ask: (cluster, expected) =>
    registrySymptoms(cluster, expected, 'plain-http', () => ({
      wrong: {
        en: 'answers in plain HTTP, and the nodes ask by HTTPS',
        zh: '只提供 HTTP，而节点使用 HTTPS 访问',
      },
      remedy: {
        en: 'Name the port of the registry that speaks HTTPS, or have it declared as insecure in the runtime of every node.',
        zh: '改用镜像仓库的 HTTPS 端口，或请管理员在每个节点的运行时中把它声明为 insecure。',
      },
    })),
};
