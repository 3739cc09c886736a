import type { Question } from '../../judge/finding';
import { registrySymptoms } from './registry-fault';

/** The connection is made, and the runtime does not trust who answers. */
export const registryCertificate: Question = {
  id: 'registry-certificate',
  severity: 'error',
  summary: {
    en: 'Do the nodes distrust the certificate of the registry?',
    zh: '节点是否不信任镜像仓库的证书？',
  },
  ask: (cluster, expected) =>
    registrySymptoms(cluster, expected, 'certificate', () => ({
      wrong: {
        en: 'shows a certificate that the nodes do not trust, for another name or out of date',
        zh: '的证书不被节点信任、域名不符或已过期',
      },
      remedy: {
        en: 'Have the CA of the registry installed on every node (for containerd under certs.d), or its certificate renewed; nothing in the YAML causes this if the host is right.',
        zh: '请管理员在每个节点安装镜像仓库的 CA（containerd 在 certs.d 下），或更新证书；若主机名正确，这不是 YAML 的问题。',
      },
    })),
};
