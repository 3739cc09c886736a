import type { LogPattern } from '../log-pattern';

const FILE = {
  en: 'Correct it in the ConfigMap, where the workload is defined.',
  zh: '在定义该工作负载处更正 ConfigMap 的内容。',
};

/** Settings that a program does not understand or does not find. */
export const configurationPatterns: readonly LogPattern[] = [
  {
    sign: /start: the variable (\w{1,80}) is not set/,
    wrong: { en: 'the variable $1 is not set or empty', zh: '环境变量 $1 未设置或为空' },
    remedy: { en: 'Set $1 in the environment of the container.', zh: '在容器的 env 中设置 $1。' },
    field: 'env',
  },
  {
    sign: /APPLICATION is "([^"]{0,80})", for which this image has no jar; it has: (.{0,160})/,
    wrong: { en: 'the image has no application "$1"; it has: $2', zh: '镜像中没有应用 "$1"，只有：$2' },
    remedy: {
      en: 'Correct APPLICATION (the id of the workload), or build the image with that jar.',
      zh: '更正 APPLICATION（工作负载的 id），或构建包含该 jar 的镜像。',
    },
    field: 'env[APPLICATION]',
  },
  {
    sign: /start: no program is named in the arguments/,
    wrong: { en: 'no program is named in the arguments', zh: 'args 中没有写要启动的程序' },
    remedy: { en: 'Name the program in args.', zh: '在 args 中写上程序。' },
    field: 'args',
  },
  {
    sign: /error: missing '(\w{1,80})' or '(\w{1,80})'|both (\w{1,80}) and (\w{1,80}) are set \(but are exclusive\)/,
    wrong: {
      en: 'the variables of the image contradict each other or are incomplete: $1$3, $2$4',
      zh: '镜像的环境变量矛盾或不完整：$1$3、$2$4',
    },
    remedy: {
      en: 'Set user and password, each either as it is or with _FILE.',
      zh: '用户名和密码都要设置，且只用原变量或 _FILE 之一。',
    },
    field: 'env',
  },
  {
    sign: /Database is uninitialized and (?:superuser )?password option is not specified|You need to specify one of the following|MYSQL_USER="root", MYSQL_USER and MYSQL_PASSWORD/,
    wrong: { en: 'the image lacks the variables for the first start of MySQL', zh: 'MySQL 首次启动缺少所需的环境变量' },
    remedy: {
      en: 'Set MYSQL_ROOT_PASSWORD_FILE, and a MYSQL_USER other than root.',
      zh: '设置 MYSQL_ROOT_PASSWORD_FILE；MYSQL_USER 不能是 root。',
    },
    field: 'env',
  },
  {
    sign: /unknown (variable|option) '([^']{1,120})'/,
    wrong: { en: 'MySQL does not know the $1 $2', zh: 'MySQL 不认识 $1 $2' },
    remedy: FILE,
    field: 'volumeMounts',
  },
  {
    sign: />>> '(.{1,160})'$/,
    wrong: { en: 'Redis does not understand a line of its configuration: $1', zh: 'Redis 无法解析配置行：$1' },
    remedy: FILE,
    field: 'volumeMounts',
  },
  {
    sign: /Bad directive or wrong number of arguments|FATAL CONFIG FILE ERROR/,
    wrong: { en: 'Redis does not understand a line of its configuration', zh: 'Redis 无法解析配置行' },
    remedy: FILE,
    field: 'volumeMounts',
  },
  {
    sign: /\[emerg\].{0,20}unknown directive "([^"]{1,80})" in (\S{1,160})/,
    wrong: { en: 'nginx does not know the directive "$1" in $2', zh: 'nginx 不认识 $2 中的指令 "$1"' },
    remedy: FILE,
    field: 'volumeMounts',
  },
  {
    sign: /\[emerg\].{0,20}open\(\) "([^"]{1,200})" failed \(2: No such file or directory\)/,
    wrong: { en: 'nginx does not find $1', zh: 'nginx 找不到 $1' },
    remedy: { en: 'Mount the file there, or correct the include.', zh: '把该文件挂载到此处，或更正 include。' },
    field: 'volumeMounts',
  },
  {
    sign: /Unrecognized option: ([\w.]{1,120})|[Ee]rror (?:parsing|opening) (?:YAML |INI )?config file:? ?(.{0,160})|unrecognised option '([^']{1,80})'|(?:can't|Can't|cannot) open config file '?([^':]{1,160})/,
    wrong: { en: 'the configuration is not understood or not there: $1$2$3$4', zh: '配置无法解析或不存在：$1$2$3$4' },
    remedy: FILE,
    field: 'volumeMounts',
  },
  {
    sign: /run: (?:parse config|apply env config): (.{1,160})|failed to apply (\w{1,80}) to/,
    wrong: { en: 'influxd does not understand its configuration: $1$2', zh: 'influxd 无法解析配置：$1$2' },
    remedy: {
      en: 'Correct the file, or the variable INFLUXDB_…, that it names.',
      zh: '更正其指出的文件或 INFLUXDB_… 变量。',
    },
    field: 'env',
  },
  {
    sign: /Unrecognized (?:VM )?option '?:?([^'\s]{1,80})|Improperly specified VM option '([^']{1,80})'|(?:Invalid|Conflicting) (maximum heap size|initial heap size|thread stack size).{0,60}|Unrecognized option: (-\S{1,80})|(Initial heap size set to a larger value than the maximum heap size)|Multiple (?:garbage collectors selected)/,
    wrong: { en: 'the JVM does not take an option: $1$2$3$4$5', zh: 'JVM 不接受某个参数：$1$2$3$4$5' },
    remedy: {
      en: 'Correct JAVA_TOOL_OPTIONS or the arguments for the release of Java in the image (JDK 8 wants MaxRAMPercentage=60.0 with its point).',
      zh: '按镜像的 Java 版本更正 JAVA_TOOL_OPTIONS 或参数（JDK 8 的 MaxRAMPercentage 必须写成 60.0）。',
    },
    field: 'env[JAVA_TOOL_OPTIONS]',
  },
  {
    sign: /Could not resolve placeholder '([^']{1,120})'|Failed to configure a DataSource: (.{1,120})|Failed to bind properties under '([^']{1,120})'/,
    wrong: { en: 'the application lacks a setting: $1$2$3', zh: '应用缺少配置：$1$2$3' },
    remedy: {
      en: 'Set it in the environment of the container or in its ConfigMap.',
      zh: '在容器的 env 或 ConfigMap 中设置。',
    },
    field: 'env',
  },
  {
    sign: /KeyError: '([A-Z][A-Z0-9_]{1,80})'|(?:[Mm]issing|[Rr]equired) (?:required )?environment variable:? '?"?([A-Z][A-Z0-9_]{1,80})|([A-Z][A-Z0-9_]{2,80}): (?:parameter not set|unbound variable)/,
    wrong: { en: 'the variable $1$2$3 is not set', zh: '环境变量 $1$2$3 未设置' },
    remedy: { en: 'Set it in the environment of the container.', zh: '在容器的 env 中设置。' },
    field: 'env',
  },
  {
    sign: /(?:gunicorn|[\w.-]{1,40}\.py|spark-submit|mysqld?|redis-server|java).{0,60}: error: (?:unrecognized arguments|argument|the following arguments are required):? ?(.{0,160})/,
    wrong: { en: 'the program does not take its arguments: $1', zh: '程序不接受参数：$1' },
    remedy: { en: 'Correct args, or GUNICORN_CMD_ARGS.', zh: '更正 args 或 GUNICORN_CMD_ARGS。' },
    field: 'args',
  },
  {
    sign: /nginx: \[emerg\] (?!host not found)(.{1,200})/,
    wrong: { en: 'nginx refuses its configuration: $1', zh: 'nginx 拒绝配置：$1' },
    remedy: FILE,
    field: 'volumeMounts',
  },
];
