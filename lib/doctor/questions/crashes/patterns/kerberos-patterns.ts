import type { LogPattern } from '../log-pattern';

const KEYTAB = {
  en: 'Get a new key tab of this principal from the operators of Hadoop, and put it into the Secret of the key tabs.',
  zh: '向 Hadoop 管理员申请该 principal 的新 keytab，并更新 keytab 的 Secret。',
};

/** Log-ins to Kerberos that fail. */
export const kerberosPatterns: readonly LogPattern[] = [
  {
    sign: /Clock skew too great/,
    wrong: {
      en: 'the clock of the VM differs from that of the KDC by more than 5 minutes',
      zh: 'VM 与 KDC 的时钟相差超过 5 分钟',
    },
    remedy: {
      en: 'Have the operators of the container cloud set the clock of the VM by NTP; a Pod has the clock of its VM.',
      zh: '请容器云管理员用 NTP 校准 VM 时钟；Pod 使用所在 VM 的时钟。',
    },
  },
  {
    sign: /invalid null input: name/,
    wrong: {
      en: 'the user of the container has no entry in /etc/passwd, and Hadoop does not log in without a name',
      zh: '容器用户在 /etc/passwd 中没有条目，Hadoop 无法登录',
    },
    remedy: {
      en: 'Set runAsUser to the user that the image has (10001), or add the id to /etc/passwd in the image.',
      zh: '把 runAsUser 设为镜像中已有的用户（10001），或在镜像的 /etc/passwd 中加入该 uid。',
    },
    field: '/securityContext.runAsUser',
  },
  {
    sign: /Client '([^']{1,200})' not found in Kerberos database|Client not found in Kerberos database/,
    wrong: { en: 'the KDC does not know the principal $1', zh: 'KDC 中没有 principal $1' },
    remedy: {
      en: 'Correct KERBEROS_PRINCIPAL or the realm in krb5.conf, or have the principal made in the KDC.',
      zh: '更正 KERBEROS_PRINCIPAL 或 krb5.conf 中的 realm，或请管理员在 KDC 中创建该 principal。',
    },
    field: 'env[KERBEROS_PRINCIPAL]',
  },
  {
    sign: /Server (?:'?[^']{0,200}'? )?not found in Kerberos database/,
    wrong: {
      en: 'the KDC does not know the service that is asked for: its host name is another one there',
      zh: 'KDC 中没有所访问的服务 principal：主机名与登记的不一致',
    },
    remedy: {
      en: 'Name the servers by their full host names as Hadoop does, with rdns=false and dns_canonicalize_hostname=false in krb5.conf.',
      zh: '按 Hadoop 登记的完整主机名访问，并在 krb5.conf 设置 rdns=false、dns_canonicalize_hostname=false。',
    },
  },
  {
    sign: /Preauthentication failed|Pre-authentication information was invalid|Password incorrect|Checksum failed|Integrity check on decrypted field failed|PREAUTH_FAILED/,
    wrong: {
      en: 'the KDC refuses the key: the key tab is older than the password of the principal',
      zh: 'KDC 拒绝密钥：keytab 已过时，与 principal 当前密码不符',
    },
    remedy: KEYTAB,
    field: 'env[KERBEROS_KEYTAB]',
  },
  {
    sign: /Key table file '([^']{1,200})' not found|Keytab file does not exist: ?(\S{0,200})|keytab (?:file )?(\S{1,200}?),? (?:does not exist|is not there)|the key tab (\S{1,200}) is not there or may not be read/i,
    wrong: { en: 'the key tab $1$2$3$4 is not there or may not be read', zh: 'keytab $1$2$3$4 不存在或不可读' },
    remedy: {
      en: 'See that the Secret of the key tabs has this key and is mounted there with defaultMode 0440 and the fsGroup of the Pod.',
      zh: '检查 keytab 的 Secret 是否有该 key，并以 defaultMode 0440 和 Pod 的 fsGroup 挂载到该路径。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /Keytab contains no suitable keys for (\S{1,200})|Unable to obtain (?:password|Principal Name) from (?:user|authentication)|No key (?:to store|table entry found)/,
    wrong: { en: 'the key tab holds no key of the principal $1', zh: 'keytab 中没有 principal $1 的密钥' },
    remedy: {
      en: 'Compare klist -kt of the key tab with KERBEROS_PRINCIPAL, realm included; correct the one that is wrong.',
      zh: '用 klist -kt 核对 keytab 与 KERBEROS_PRINCIPAL（含 realm），更正错误的一方。',
    },
    field: 'env[KERBEROS_PRINCIPAL]',
  },
  {
    sign: /Cannot find KDC for (?:requested )?realm ?"?([^"\s]{0,120})|Cannot locate KDC|Cannot locate default realm|Configuration file does not specify default realm|Can't (?:open|find)[^:]{0,40}krb5\.conf|Included profile (?:file|directory) could not be read/,
    wrong: {
      en: 'krb5.conf does not say where the KDC of the realm $1 is, or is not read',
      zh: 'krb5.conf 没有写明 realm $1 的 KDC，或没有被读取',
    },
    remedy: {
      en: 'Mount krb5.conf at /etc/krb5.conf with default_realm and the kdc of the realm; realms are written in capitals.',
      zh: '把含 default_realm 和该 realm 的 kdc 的 krb5.conf 挂载到 /etc/krb5.conf；realm 用大写。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /Cannot contact any KDC(?: for realm '?([^'\s]{1,120}))?|Cannot resolve (?:network address for KDC|servers for KDC) in (?:requested )?realm ?"?([^"\s]{0,120})|waited \d+ seconds for the KDC|(?:KrbException|Kdc|KDC).{0,120}(?:Receive timed out|connect timed out|Connection refused|SocketTimeoutException)/,
    wrong: { en: 'no KDC of the realm $1$2 answers', zh: 'realm $1$2 的 KDC 没有响应' },
    remedy: {
      en: 'Allow TCP and UDP 88 to the KDCs in the egress of the NetworkPolicy, correct their host names in krb5.conf, or ask the operators of Hadoop whether they run.',
      zh: '在 NetworkPolicy 的 egress 中放行到 KDC 的 TCP/UDP 88，核对 krb5.conf 中的主机名，或向 Hadoop 管理员确认 KDC 是否运行。',
    },
  },
  {
    sign: /KDC has no support for encryption type|(?:Cannot find key of appropriate type|Encryption type \S{1,60} is not supported|encryption type .{1,60} not (?:permitted|supported))/,
    wrong: {
      en: 'the KDC and the key tab have no type of encryption in common',
      zh: 'KDC 与 keytab 没有共同的加密类型',
    },
    remedy: {
      en: 'Get a key tab with aes256-cts-hmac-sha1-96, and do not restrict the types in krb5.conf further.',
      zh: '申请含 aes256-cts-hmac-sha1-96 的 keytab，且不要在 krb5.conf 中进一步限制加密类型。',
    },
  },
  {
    sign: /[Cc]lient'?s credentials have been revoked|[Cc]lient(?:'s)? entry in database has expired|Password has expired|CLIENT_REVOKED/,
    wrong: { en: 'the principal is locked or has expired in the KDC', zh: 'principal 在 KDC 中被锁定或已过期' },
    remedy: {
      en: 'Have the operators of Hadoop unlock it; too many wrong tries lock a principal.',
      zh: '请 Hadoop 管理员解锁；多次失败会锁定 principal。',
    },
  },
  {
    sign: /(?:HDFS_DELEGATION_TOKEN|token|Token).{0,200}(?:is expired|can't be found in cache|has expired)/,
    wrong: { en: 'a token of Hadoop has expired', zh: 'Hadoop 的 delegation token 已过期' },
    remedy: {
      en: 'Pass --principal and --keytab to spark-submit, with which Spark gets new tokens; a restart helps for the moment.',
      zh: '给 spark-submit 传 --principal 和 --keytab，Spark 才会续期 token；重启可临时恢复。',
    },
    field: 'args',
  },
  {
    sign: /SIMPLE authentication is not enabled/,
    wrong: { en: 'Hadoop wants Kerberos, and the client comes without it', zh: 'Hadoop 要求 Kerberos，客户端却未启用' },
    remedy: {
      en: 'Mount core-site.xml with hadoop.security.authentication=kerberos, and let HADOOP_CONF_DIR name its folder.',
      zh: '挂载含 hadoop.security.authentication=kerberos 的 core-site.xml，并让 HADOOP_CONF_DIR 指向其目录。',
    },
    field: 'env[HADOOP_CONF_DIR]',
  },
  {
    sign: /GSS initiate failed|Failed to find any Kerberos tgt|No valid credentials provided|GSSException: (.{1,100})|Login failure for (\S{1,120})/,
    wrong: {
      en: 'the log-in to Kerberos failed: there is no valid ticket $1$2',
      zh: 'Kerberos 登录失败：没有有效的票据 $1$2',
    },
    remedy: {
      en: 'Look further up in the log why kinit failed; check key tab, principal and KRB5CCNAME (FILE:/tmp/…).',
      zh: '往上查看日志中 kinit 失败的原因；检查 keytab、principal 和 KRB5CCNAME（FILE:/tmp/…）。',
    },
  },
  {
    sign: /kinit: (.{1,200})/,
    wrong: { en: 'the log-in to Kerberos failed: $1', zh: 'Kerberos 登录失败：$1' },
    remedy: { en: 'Check key tab, principal and krb5.conf.', zh: '检查 keytab、principal 和 krb5.conf。' },
  },
  {
    sign: /no Kerberos ticket for (\S{1,120}): (.{1,160})/,
    wrong: { en: 'the log-in of $1 to Kerberos failed: $2', zh: '$1 登录 Kerberos 失败：$2' },
    remedy: { en: 'Check key tab, principal and krb5.conf.', zh: '检查 keytab、principal 和 krb5.conf。' },
  },
];
