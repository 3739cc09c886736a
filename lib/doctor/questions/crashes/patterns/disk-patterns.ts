import type { LogPattern } from '../log-pattern';

/** Volumes without room. */
export const diskPatterns: readonly LogPattern[] = [
  {
    sign: /(?:DSQuotaExceededException|NSQuotaExceededException|The (?:DiskSpace|NameSpace) quota of (\S{1,200}))/,
    wrong: { en: 'a quota of HDFS is used up ($1)', zh: 'HDFS 配额已用尽（$1）' },
    remedy: { en: 'Have the folder in HDFS cleared, or its quota raised.', zh: '请清理该 HDFS 目录，或提高其配额。' },
  },
  {
    sign: /No space left on device|\(28: No space|errno[: ]{1,3}28\b|ENOSPC|Disk is full writing/,
    wrong: { en: 'a volume is full', zh: '卷空间已满' },
    remedy: {
      en: 'Find the full one (kubectl exec -- df -h): enlarge the claim if its class allows it, delete what is old, or raise the sizeLimit of an emptyDir.',
      zh: '用 kubectl exec -- df -h 找出写满的卷：若存储类允许则扩容 PVC，或删除旧数据，或调大 emptyDir 的 sizeLimit。',
    },
    field: '/volumes',
  },
  {
    sign: /Disk quota exceeded|EDQUOT/,
    wrong: { en: 'the quota of a volume is used up', zh: '卷的磁盘配额已用尽' },
    remedy: { en: 'Delete what is old, or have the volume enlarged.', zh: '删除旧数据，或请管理员扩容。' },
    field: '/volumes',
  },
  {
    sign: /MISCONF Redis is configured to save RDB snapshots|Write error saving DB on disk|Error writing to the AOF file/,
    wrong: { en: 'Redis cannot write its files, and refuses to take more', zh: 'Redis 无法写持久化文件，拒绝写入' },
    remedy: {
      en: 'Look in the log of Redis why: a full claim, no right to write /data, or no memory to fork; correct that in its workload.',
      zh: '在 Redis 日志中查原因：PVC 已满、/data 无写权限或 fork 内存不足，再在其工作负载中更正。',
    },
    field: '/volumes',
  },
];
