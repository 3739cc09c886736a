import type { Text } from '../../text';
import type { FailureKind, KubectlFailure } from './kubectl-failure';

/** Nothing could be read of a cluster, so that nothing is known of it. */
export class CouldNotLook extends Error {
  constructor(
    /** What kept it from looking: lower case, no final period. */
    readonly reason: Text,
    /** What to check, sentences with a period. */
    readonly remedy: Text,
  ) {
    super(reason.en);
    this.name = 'CouldNotLook';
  }
}

/** What keeps kubectl from the whole cluster, in words and with what to check. Other failures are those of one kind. */
const REASONS: Partial<Record<FailureKind, { readonly reason: Text; readonly remedy: Text }>> = {
  unauthorized: {
    reason: { en: 'the cluster does not accept this token or certificate', zh: '集群不接受当前的 token 或证书' },
    remedy: {
      en: 'Get a new token from the container cloud, as this one has expired or was withdrawn, and put it into the kubeconfig.',
      zh: 'token 可能已过期或被吊销：请在容器云上重新获取并写入 kubeconfig。',
    },
  },
  unreachable: {
    reason: { en: 'the cluster cannot be reached', zh: '无法连接集群' },
    remedy: {
      en: 'Check the address under "server" in the kubeconfig, the network or VPN, and HTTPS_PROXY and NO_PROXY.',
      zh: '请检查 kubeconfig 中的 server 地址、网络或 VPN，以及环境变量 HTTPS_PROXY 和 NO_PROXY。',
    },
  },
  'timed-out': {
    reason: { en: 'the cluster does not answer in time', zh: '集群未在规定时间内响应' },
    remedy: {
      en: 'Check the network, VPN and firewall to the address under "server" in the kubeconfig, then try again.',
      zh: '请检查到 kubeconfig 中 server 地址的网络、VPN 和防火墙，然后重试。',
    },
  },
  certificate: {
    reason: {
      en: 'the certificate of the cluster is not trusted, or it does not speak TLS',
      zh: '集群证书不受信任，或对方不是 TLS 服务',
    },
    remedy: {
      en: 'Check "certificate-authority-data" and "server" in the kubeconfig; get the kubeconfig anew from the container cloud.',
      zh: '请检查 kubeconfig 中的 certificate-authority-data 和 server，必要时从容器云重新下载 kubeconfig。',
    },
  },
  configuration: {
    reason: {
      en: 'the kubeconfig, or a context, user or cluster in it, cannot be used',
      zh: 'kubeconfig 或其中的 context、user、cluster 不可用',
    },
    remedy: {
      en: 'Check --kubeconfig and --context (kubectl config get-contexts lists them), and the variable KUBECONFIG.',
      zh: '请检查 --kubeconfig 和 --context（kubectl config get-contexts 可列出），以及环境变量 KUBECONFIG。',
    },
  },
  'missing-program': {
    reason: { en: 'kubectl cannot be run', zh: '无法运行 kubectl' },
    remedy: {
      en: 'Install kubectl, or have it on the PATH; or save the cluster elsewhere with --save and judge it here with --from.',
      zh: '请安装 kubectl 或将其加入 PATH；也可以在其他机器上用 --save 保存集群，再在本机用 --from 判断。',
    },
  },
  'not-an-answer': {
    reason: { en: 'what answers there is no Kubernetes API server', zh: '响应方不是 Kubernetes API server' },
    remedy: {
      en: 'Check the address under "server" in the kubeconfig: a proxy or a login page may stand in between.',
      zh: '请检查 kubeconfig 中的 server 地址：中间可能有代理或登录页面。',
    },
  },
};

/** Returns the error for a failure that concerns the whole cluster, or undefined for one of a single kind. */
export function tryCouldNotLook({ kind, message }: KubectlFailure): CouldNotLook | undefined {
  const known = REASONS[kind];
  if (known === undefined) return undefined;
  return new CouldNotLook({ en: `${known.reason.en}: ${message}`, zh: `${known.reason.zh}：${message}` }, known.remedy);
}
