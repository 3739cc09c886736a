import type { LogPattern } from '../log-pattern';

const SAME_SECRET = {
  en: 'See that both sides read the same Secret; a store sets its passwords at the first start only, so that a Secret that was changed later has to be set in the store by hand.',
  zh: '确认两端读取同一个 Secret；存储只在首次启动时设置密码，之后改了 Secret 必须在存储中手工修改。',
};

/** Passwords and rights that a store or service refuses. */
export const passwordPatterns: readonly LogPattern[] = [
  {
    sign: /Access denied for user '([^']{1,80})'@'([^']{1,80})' \(using password: (YES|NO)\)/,
    wrong: {
      en: "MySQL refuses the password of '$1'@'$2' (password sent: $3)",
      zh: "MySQL 拒绝 '$1'@'$2' 的密码（是否带密码：$3）",
    },
    remedy: SAME_SECRET,
    field: 'env',
  },
  {
    sign: /Access denied for user '([^']{1,80})'@'([^']{1,80})' to database '([^']{1,80})'|command denied to user '([^']{1,80})'@/,
    wrong: { en: "MySQL gives '$1$4' no right to the database $3", zh: "MySQL 账号 '$1$4' 没有数据库 $3 的权限" },
    remedy: {
      en: 'Grant it, or correct MYSQL_DATABASE; the image makes the database at the first start only.',
      zh: '授权，或更正 MYSQL_DATABASE；镜像只在首次启动时建库。',
    },
    field: 'env',
  },
  {
    sign: /Host '([^']{1,80})' is not allowed to connect to this MySQL server/,
    wrong: { en: 'MySQL admits nobody from $1', zh: 'MySQL 不允许从 $1 连接' },
    remedy: { en: "Make the account for '%' rather than localhost.", zh: "账号的主机应为 '%' 而不是 localhost。" },
  },
  {
    sign: /'cryptography' package is required for sha256_password or caching_sha2_password|Authentication plugin '(caching_sha2_password)' cannot be loaded|Public Key Retrieval is not allowed/,
    wrong: {
      en: 'the driver does not know the caching_sha2_password of MySQL 8',
      zh: '驱动不支持 MySQL 8 的 caching_sha2_password',
    },
    remedy: {
      en: 'Add the package cryptography (Python) to the image, or allowPublicKeyRetrieval=true (JDBC), or use a newer driver.',
      zh: '镜像中加入 cryptography 包（Python），或 allowPublicKeyRetrieval=true（JDBC），或升级驱动。',
    },
    field: 'image',
  },
  {
    sign: /WRONGPASS|NOAUTH Authentication required|ERR invalid password|ERR AUTH <password> called without any password|NOPERM /,
    wrong: { en: 'Redis refuses the password, or none was sent', zh: 'Redis 拒绝密码，或客户端没有发送密码' },
    remedy: {
      en: 'See that client and Redis read the same key of the same Secret, and restart both: variables are read at the start.',
      zh: '确认客户端与 Redis 读取同一 Secret 的同一 key，并重启两者：环境变量只在启动时读取。',
    },
    field: 'env',
  },
  {
    sign: /UserNotFound|Could not find user "?([^"\s]{1,80})/,
    wrong: { en: 'MongoDB has no account $1', zh: 'MongoDB 中没有账号 $1' },
    remedy: {
      en: 'Run /docker-entrypoint-initdb.d/accounts.js in the Pod of MongoDB again: it makes accounts that were added later. Check authSource (admin), too.',
      zh: '在 MongoDB 的 Pod 中重新执行 /docker-entrypoint-initdb.d/accounts.js 以创建后加的账号；同时检查 authSource（admin）。',
    },
    field: 'env',
  },
  {
    sign: /MongoSecurityException|MongoServerError: Authentication failed|SCRAM authentication failed|AuthenticationFailed|Authentication failed\.|Command \w{1,40} requires authentication|code 18\b.{0,40}AuthenticationFailed|not authorized on (\w{1,64}) to execute command/,
    wrong: { en: 'MongoDB refuses the account or its password', zh: 'MongoDB 拒绝账号或密码' },
    remedy: SAME_SECRET,
    field: 'env',
  },
  {
    sign: /(?:authorization failed|unable to parse authentication credentials|create admin user first|user not found|"?error"?:"?authorization failed)|unauthorized access/i,
    wrong: { en: 'InfluxDB refuses the account or its password', zh: 'InfluxDB 拒绝账号或密码' },
    remedy: SAME_SECRET,
    field: 'env',
  },
  {
    sign: /Unknown database '([^']{1,80})'|database not found: "?([^"\s]{1,80})/,
    wrong: { en: 'the database $1$2 is not there', zh: '数据库 $1$2 不存在' },
    remedy: {
      en: 'Create it, or correct the name; the images make it at the first start only.',
      zh: '创建该库或更正名称；镜像只在首次启动时建库。',
    },
    field: 'env',
  },
  {
    sign: /(?:TopicAuthorizationException|GroupAuthorizationException|SaslAuthenticationException|Not authorized to access (?:topics|group)).{0,20}?:? ?(.{0,120})/,
    wrong: { en: 'Kafka refuses the account, or gives it no right: $1', zh: 'Kafka 拒绝该账号或没有授权：$1' },
    remedy: {
      en: 'Have the operators of Kafka give the principal the right to read topic and group.',
      zh: '请 Kafka 管理员授予该 principal 读取 topic 和 group 的权限。',
    },
  },
  {
    sign: /AuthenticationFailedException|535[ -]5?\.?7?\.?8?.{0,80}[Aa]uthentication|530[ -].{0,40}[Aa]uthentication [Rr]equired/,
    wrong: { en: 'the mail relay refuses the log-in', zh: '邮件中继拒绝登录' },
    remedy: {
      en: 'Correct account and password in the Secret of the mail relay.',
      zh: '更正邮件中继 Secret 中的账号和密码。',
    },
    field: 'env',
  },
];
