import type { LogPattern } from '../log-pattern';

/** Data folders with which a store does not start. */
export const dataPatterns: readonly LogPattern[] = [
  {
    sign: /--initialize specified but the data directory has files in it/,
    wrong: {
      en: 'the data folder of MySQL is neither empty nor a database: a fresh volume holds lost+found, or the first start was cut short',
      zh: 'MySQL 数据目录既不为空也不是数据库：新卷里有 lost+found，或首次初始化被中断',
    },
    remedy: {
      en: 'Mount the claim with a subPath (mysql) at /var/lib/mysql. If it has one, the first start was killed: empty the folder, provided that it never held data, and let the startup probe wait longer.',
      zh: '用 subPath（mysql）把 PVC 挂载到 /var/lib/mysql。若已有 subPath，则是首次初始化被杀：确认目录中没有业务数据后清空，并放宽 startupProbe。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /designated data directory (\S{1,200}) is unusable/,
    wrong: { en: 'the data folder $1 of MySQL is unusable', zh: 'MySQL 数据目录 $1 不可用' },
    remedy: {
      en: 'Mount the claim with a subPath at /var/lib/mysql, and empty what a first start that failed has left there.',
      zh: '用 subPath 把 PVC 挂载到 /var/lib/mysql，并清掉失败的首次初始化留下的文件。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /lost\+found.{0,200}(?:Permission denied|Operation not permitted|not permitted)|(?:Permission denied|Operation not permitted|EACCES).{0,200}lost\+found/,
    wrong: {
      en: 'the program trips over lost+found, which the root of a fresh volume holds',
      zh: '程序无法处理新卷根目录下的 lost+found',
    },
    remedy: {
      en: 'Mount the claim with a subPath, so that the data folder is not the root of the volume.',
      zh: '为 PVC 的挂载加上 subPath，不要把卷的根目录当作数据目录。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /too recent to start up on the existing data files|UPGRADE PROBLEM: Found an invalid featureCompatibilityVersion|Wrong mongod version|unsupported WiredTiger file version|DBException.{0,80}featureCompatibilityVersion/,
    wrong: {
      en: 'the data were written by a release of MongoDB that this one cannot follow',
      zh: '数据由另一个版本的 MongoDB 写入，当前版本无法直接使用',
    },
    remedy: {
      en: 'Go back to the image that wrote them, and upgrade one major release at a time, with setFeatureCompatibilityVersion after each.',
      zh: '换回写入数据的镜像版本，逐个大版本升级，每次升级后执行 setFeatureCompatibilityVersion。',
    },
    field: 'image',
  },
  {
    sign: /Invalid MySQL server downgrade: (.{1,120})|Cannot (?:downgrade|upgrade) from (\d+) to|Upgrade is not supported after a crash/,
    wrong: { en: 'the data were written by another release of MySQL', zh: '数据由另一个版本的 MySQL 写入' },
    remedy: {
      en: 'Go back to the image that wrote them; MySQL never goes back a release.',
      zh: '换回写入数据的镜像版本；MySQL 不支持降级。',
    },
    field: 'image',
  },
  {
    sign: /Can't handle RDB format version (\d+)/,
    wrong: {
      en: 'the dump was written by a newer Redis (RDB version $1)',
      zh: 'dump 由更新版本的 Redis 写入（RDB 版本 $1）',
    },
    remedy: { en: 'Go back to the image that wrote it.', zh: '换回写入该文件的镜像版本。' },
    field: 'image',
  },
  {
    sign: /lock file: (\S{1,200}) \(Resource temporarily unavailable\)|\bAnother mongod instance is already running/,
    wrong: { en: 'another mongod has the data folder', zh: '数据目录正被另一个 mongod 使用' },
    remedy: {
      en: 'See that one Pod runs, with strategy Recreate, and that no other workload mounts the claim; wait until the old Pod is gone.',
      zh: '确认只有一个 Pod、策略为 Recreate，且没有其他工作负载挂载该 PVC；等旧 Pod 退出。',
    },
    field: '/volumes',
  },
  {
    sign: /Unable to lock \.?\/?(\S{1,100}?),? error: 11/,
    wrong: { en: 'another mysqld has the data folder ($1 is locked)', zh: '数据目录正被另一个 mysqld 使用（$1 被锁）' },
    remedy: {
      en: 'See that one Pod runs, with strategy Recreate, and that no other workload mounts the claim; wait until the old Pod is gone.',
      zh: '确认只有一个 Pod、策略为 Recreate，且没有其他工作负载挂载该 PVC；等旧 Pod 退出。',
    },
    field: '/volumes',
  },
  {
    sign: /WT_TRY_SALVAGE|WT_PANIC|WiredTiger (?:metadata|library) (?:corruption|panic)|WiredTiger\.(?:turtle|wt).{0,120}(?:corrupt|No such file|read checksum error)|unable to read root page/i,
    wrong: { en: 'the data files of WiredTiger are damaged', zh: 'WiredTiger 数据文件已损坏' },
    remedy: {
      en: 'Keep a copy of the claim, then restore the last backup, or run mongod --repair once in a held Pod.',
      zh: '先备份 PVC，再恢复最近的备份，或在保持（debugHold）的 Pod 中执行一次 mongod --repair。',
    },
    field: '/volumes',
  },
  {
    sign: /Database page corruption on disk|innodb_force_recovery|Table '(mysql\.\w{1,64})' doesn't exist|Failed to find valid data directory|Data Dictionary initialization failed/,
    wrong: { en: 'the data files of MySQL are damaged or incomplete', zh: 'MySQL 数据文件损坏或不完整' },
    remedy: {
      en: 'Keep a copy of the claim, then restore the last backup; innodb_force_recovery=1 lets it start to be dumped.',
      zh: '先备份 PVC，再恢复最近的备份；设置 innodb_force_recovery=1 可启动并导出数据。',
    },
    field: '/volumes',
  },
  {
    sign: /Bad file format reading the append only file|Unexpected end of file reading the append only file|Short read or OOM loading DB|Wrong signature trying to load DB|Internal error in RDB reading/,
    wrong: { en: 'the files of Redis are damaged', zh: 'Redis 持久化文件已损坏' },
    remedy: {
      en: 'Keep a copy of the claim, then run redis-check-aof --fix (or redis-check-rdb) on it in a held Pod, or restore the last backup.',
      zh: '先备份 PVC，再在保持（debugHold）的 Pod 中执行 redis-check-aof --fix（或 redis-check-rdb），或恢复最近的备份。',
    },
    field: '/volumes',
  },
  {
    sign: /(?:tsi1|series file|index file|TSM|tsm1|meta\.db).{0,160}(?:unexpected eof|unexpected EOF|corrupt|invalid|incompatible|checksum|bad)|(?:corrupt|invalid|incompatible).{0,80}(?:tsi1|series file|TSM|tsm1)/i,
    wrong: {
      en: 'the files of influxd are damaged or of another format',
      zh: 'influxd 的数据或索引文件损坏或格式不符',
    },
    remedy: {
      en: 'Keep a copy of the claim; an index can be built anew (remove its folder, run influx_inspect buildtsi as the same user), other files need the last backup.',
      zh: '先备份 PVC；索引可重建（删除 index 目录，用同一用户执行 influx_inspect buildtsi），其他文件需恢复最近的备份。',
    },
    field: '/volumes',
  },
  {
    sign: /NonExistentPath: Data directory (\S{1,200}) not found|Data directory (\S{1,200}) not found/,
    wrong: { en: 'the data folder $1$2 is not there', zh: '数据目录 $1$2 不存在' },
    remedy: { en: 'Mount the claim there, or correct dbPath.', zh: '把 PVC 挂载到该路径，或更正 dbPath。' },
    field: 'volumeMounts',
  },
];
