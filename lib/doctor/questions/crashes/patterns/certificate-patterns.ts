import type { LogPattern } from '../log-pattern';

/** Certificates that are not trusted or not valid. */
export const certificatePatterns: readonly LogPattern[] = [
  {
    sign: /PKIX path building failed|unable to find valid certification path|CERTIFICATE_VERIFY_FAILED|certificate signed by unknown authority|SSL certificate problem: (.{1,80})|self[- ]signed certificate/i,
    wrong: { en: 'the certificate of the other side is not trusted $1', zh: '对端证书不受信任 $1' },
    remedy: {
      en: 'Add the certificate authority of the bank to the image or to the trust store that is mounted.',
      zh: '把行内 CA 证书加入镜像或挂载的 truststore。',
    },
  },
  {
    sign: /certificate (?:has |is )?expired|CertificateExpiredException|NotAfter:|certificate is not yet valid/i,
    wrong: { en: 'a certificate has expired or is not valid yet', zh: '证书已过期或尚未生效' },
    remedy: {
      en: 'Renew it; if it is new, look at the clock of the VM.',
      zh: '更新证书；若证书是新的，检查 VM 时钟。',
    },
  },
  {
    sign: /\[emerg\].{0,20}cannot load certificate(?: key)? "([^"]{1,200})"|key values mismatch/,
    wrong: { en: 'nginx cannot load its certificate $1', zh: 'nginx 无法加载证书 $1' },
    remedy: {
      en: 'See that the Secret has tls.crt and tls.key that belong together, and is mounted there.',
      zh: '检查 Secret 中的 tls.crt 与 tls.key 是否配对，并挂载到该路径。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /SSLHandshakeException: (.{1,120})|[Kk]eystore was tampered with, or password was incorrect/,
    wrong: { en: 'TLS fails: $1', zh: 'TLS 握手失败：$1' },
    remedy: {
      en: 'Check certificates, trust store and its password, and the versions of TLS on both sides.',
      zh: '检查证书、truststore 及其密码，以及两端的 TLS 版本。',
    },
  },
];
