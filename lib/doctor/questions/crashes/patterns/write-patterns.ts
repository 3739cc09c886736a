import type { LogPattern } from '../log-pattern';

const READ_ONLY_REMEDY = {
  en: 'Mount an emptyDir (or a folder of the claim) where it writes; the root file system of the container is read-only.',
  zh: '在要写的路径挂载 emptyDir（或 PVC 的子目录）；容器的根文件系统是只读的。',
};
const OWNER_REMEDY = {
  en: 'Set fsGroup (and runAsUser) to the ids of the image, and the subPath of the volume to a folder that this user owns.',
  zh: '把 fsGroup（及 runAsUser）设为镜像使用的 id，并让卷的 subPath 属于该用户。',
};

/** Programs that may not write, or listen, where they try. The particular ones come first. */
export const writePatterns: readonly LogPattern[] = [
  {
    sign: /bind\(\) to (\S{1,80}) failed \(13: Permission denied\)/,
    wrong: {
      en: 'nginx may not listen on $1: a port below 1024 needs root',
      zh: 'nginx 无权监听 $1：1024 以下端口需要 root',
    },
    remedy: {
      en: 'Listen on 8080 and have the Service translate (targetPort), or use the unprivileged image.',
      zh: '改为监听 8080，由 Service 的 targetPort 转换，或使用 unprivileged 镜像。',
    },
    field: 'ports',
  },
  {
    sign: /\[emerg\].{0,40}(?:mkdir|open)\(\) "([^"]{1,200})" failed \((?:30: Read-only file system|13: Permission denied)\)/,
    wrong: { en: 'nginx may not write $1', zh: 'nginx 无法写入 $1' },
    remedy: {
      en: 'Have pid and all temp paths point below /tmp, and mount an emptyDir there; a replaced nginx.conf has to repeat them.',
      zh: '把 pid 和所有 temp_path 指向 /tmp 并在该处挂载 emptyDir；替换过的 nginx.conf 需要重新写上这些设置。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /Attempted to create a lock file on a read-only directory: ([^\s",]{1,200})/,
    wrong: { en: 'mongod may not write its data folder $1', zh: 'mongod 无法写数据目录 $1' },
    remedy: OWNER_REMEDY,
    field: '/securityContext',
  },
  {
    sign: /Unable to create\/open the lock file: (\S{1,200}) \(Permission denied\)/,
    wrong: {
      en: 'mongod may not open $1: the data folder belongs to another user',
      zh: 'mongod 无权打开 $1：数据目录属于其他用户',
    },
    remedy: OWNER_REMEDY,
    field: '/securityContext',
  },
  {
    sign: /Can't (?:open|create|open or create) (?:the )?(?:append[- ]only (?:file|dir)) ?(\S{0,100}?)(?: \S+)?: (Permission denied|Read-only file system)/i,
    wrong: { en: 'Redis cannot open its append-only file: $2', zh: 'Redis 无法打开 AOF 文件：$2' },
    remedy: OWNER_REMEDY,
    field: '/securityContext',
  },
  {
    sign: /Can't chdir to '([^']{1,200})': (.{1,60})/,
    wrong: { en: 'Redis cannot go to its data folder $1: $2', zh: 'Redis 无法进入数据目录 $1：$2' },
    remedy: {
      en: 'Mount the claim there, writable by the user of the container, or correct dir.',
      zh: '在该路径挂载容器用户可写的 PVC，或更正 dir。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /(?:Could not create unix socket lock file|Can't start server: can't create PID file|unable to create PID file|Could not open unix socket lock file) ?(\S{0,200})/,
    wrong: { en: 'mysqld may not write its socket or pid file $1', zh: 'mysqld 无法写 socket 或 pid 文件 $1' },
    remedy: {
      en: 'Mount an emptyDir at /var/run/mysqld, writable by the user of the container.',
      zh: '在 /var/run/mysqld 挂载容器用户可写的 emptyDir。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /(?:Can't create\/write to file|The innodb_system data file|Could not open file) '([^']{1,200})'.{0,60}(?:Permission denied|must be writable|OS errno 13)|(?:Operating system error number 13 in a file operation)/,
    wrong: { en: 'mysqld may not write $1', zh: 'mysqld 无法写入 $1' },
    remedy: OWNER_REMEDY,
    field: '/securityContext',
  },
  {
    sign: /(?:run|open server|create server|mkdir all).{0,160}(?:mkdir|open) ([/\w.-]{1,200}): (permission denied|read-only file system)/,
    wrong: { en: 'influxd may not write $1: $2', zh: 'influxd 无法写入 $1：$2' },
    remedy: OWNER_REMEDY,
    field: '/securityContext',
  },
  {
    sign: /No usable temporary directory found in \[([^\]]{1,200})\]/,
    wrong: { en: 'Python finds no temporary folder that it may write', zh: 'Python 找不到可写的临时目录' },
    remedy: { en: 'Mount an emptyDir at /tmp.', zh: '在 /tmp 挂载 emptyDir。' },
    field: 'volumeMounts',
  },
  {
    sign: /(?:setgid|setuid|initgroups|chown)\(.{0,120}\) failed \(1: Operation not permitted\)|getpwnam\("(\w{1,64})"\) failed/,
    wrong: { en: 'nginx tries to change its user, which it may not', zh: 'nginx 试图切换用户，但没有权限' },
    remedy: {
      en: 'Take the directive user out of nginx.conf; the user of the container is set by the Pod.',
      zh: '从 nginx.conf 去掉 user 指令；容器用户由 Pod 指定。',
    },
  },
  {
    sign: /chown: (?:changing ownership of |cannot access )?'?([^':]{1,200})'?: (?:Operation not permitted|Read-only file system|Permission denied)/,
    wrong: { en: 'the start script may not change the owner of $1', zh: '启动脚本无权更改 $1 的属主' },
    remedy: OWNER_REMEDY,
    field: '/securityContext',
  },
];

/** What any program may say; tried after everything that is more particular. */
export const anyWritePatterns: readonly LogPattern[] = [
  {
    sign: /(?:'([^']{1,200})'|(?:\s|^)([/\w.@+-]{2,200})): Read-only file system/i,
    wrong: { en: '$1$2 cannot be written: the file system is read-only', zh: '$1$2 无法写入：文件系统只读' },
    remedy: READ_ONLY_REMEDY,
    field: 'volumeMounts',
  },
  {
    sign: /Read-only file system(?:: '([^']{1,200})')?|EROFS|\(30\).{0,20}Read-only/i,
    wrong: { en: 'it writes where the file system is read-only: $1', zh: '程序写入了只读文件系统：$1' },
    remedy: READ_ONLY_REMEDY,
    field: 'volumeMounts',
  },
  {
    sign: /Permission denied: '([^']{1,200})'|(?:'|"|\s|^)([/\w.@+-]{2,200})'?"?:? (?:\(?13\)?:? )?\(?(?:Permission denied|EACCES|AccessDeniedException)|AccessDeniedException: ([/\w.@+-]{1,200})|EACCES: permission denied, \w+ '([^']{1,200})'/i,
    wrong: { en: 'the user of the container has no right to $1$2$3$4', zh: '容器用户对 $1$2$3$4 没有权限' },
    remedy: {
      en: 'Set fsGroup and runAsUser to the ids of the image; make a script executable (defaultMode 0755 of its ConfigMap, chmod +x in the image).',
      zh: '把 fsGroup、runAsUser 设为镜像使用的 id；脚本需有执行权限（ConfigMap 的 defaultMode 0755，或镜像中 chmod +x）。',
    },
    field: '/securityContext',
  },
  {
    sign: /Too many open files|EMFILE/,
    wrong: { en: 'it has too many files open', zh: '打开的文件过多' },
    remedy: {
      en: 'Have the operators of the container cloud raise the limit of open files, or lower the number of connections and shards.',
      zh: '请容器云管理员提高文件句柄上限，或减少连接数和分片数。',
    },
  },
];
