import type { LogPattern } from '../log-pattern';

/** YARN, HDFS and Spark that say no. */
export const hadoopPatterns: readonly LogPattern[] = [
  {
    sign: /Required (executor|AM) memory \((\d+)(?: ?MB)?\).{0,160}is above the max threshold \((\d+) MB\)/,
    wrong: {
      en: 'the $1 asks for $2 MB and more of overhead, and YARN gives $3 MB at most',
      zh: '$1 申请 $2 MB（另加 overhead），YARN 单个容器最多 $3 MB',
    },
    remedy: {
      en: 'Lower spark.executor.memory of the job, or have yarn.scheduler.maximum-allocation-mb raised.',
      zh: '降低该作业的 spark.executor.memory，或请管理员提高 yarn.scheduler.maximum-allocation-mb。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /to unknown queue: (\S{1,80})|(?:User \S{1,80} (?:cannot|does not have permission to) (?:submit|\w{1,20}).{0,40}queue:? ?(\S{1,80}))|Queue (\S{1,80}) is STOPPED|queue '?(\S{1,80}?)'? is not a leaf queue/i,
    wrong: { en: 'YARN does not take the job in its queue $1$2$3$4', zh: 'YARN 队列 $1$2$3$4 不接受该作业' },
    remedy: {
      en: 'Correct spark.yarn.queue (hadoop.yarn.queue in the environment), or have the queue opened for the principal.',
      zh: '更正 spark.yarn.queue（环境数据中的 hadoop.yarn.queue），或请管理员为该 principal 开放队列。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /Permission denied: user=(\S{1,80}), access=(\w{1,20}), inode="([^"]{1,200})"/,
    wrong: { en: 'HDFS does not let $1 have $2 on $3', zh: 'HDFS 不允许 $1 对 $3 执行 $2' },
    remedy: {
      en: 'Have the folder in HDFS made for the principal, or its rights changed.',
      zh: '请管理员在 HDFS 为该 principal 建目录或修改权限。',
    },
  },
  {
    sign: /Name node is in safe mode|SafeModeException/,
    wrong: { en: 'HDFS is in safe mode and takes no writes', zh: 'HDFS 处于安全模式，不接受写入' },
    remedy: {
      en: 'Have the operators of Hadoop bring HDFS out of safe mode.',
      zh: '请 Hadoop 管理员让 HDFS 退出安全模式。',
    },
  },
  {
    sign: /(?:File does not exist|FileNotFoundException: File does not exist): (hdfs:\S{1,200})/,
    wrong: { en: '$1 is not in HDFS', zh: 'HDFS 中没有 $1' },
    remedy: {
      en: 'Upload it, or correct its path (sparkArchive in the environment).',
      zh: '上传该文件，或更正路径（环境数据中的 sparkArchive）。',
    },
  },
  {
    sign: /(application_\d{1,20}_\d{1,10}) failed (\d+) times due to (.{1,160})/,
    wrong: { en: 'YARN gave up $1 after $2 tries: $3', zh: 'YARN 在 $2 次尝试后放弃 $1：$3' },
    remedy: {
      en: 'Read yarn logs -applicationId $1: the driver or the ApplicationMaster says there why.',
      zh: '查看 yarn logs -applicationId $1，其中有 driver 或 ApplicationMaster 的失败原因。',
    },
  },
  {
    sign: /(application_\d{1,20}_\d{1,10}) (?:ended: (\w+, \w+)|finished with (\w+) status)|Final app(?:lication)? status: (FAILED|KILLED)|Yarn application has already (?:ended|exited|been killed)!?(.{0,120})/,
    wrong: { en: 'the application $1 in YARN ended: $2$3$4$5', zh: 'YARN 中的应用 $1 已结束：$2$3$4$5' },
    remedy: {
      en: 'Read yarn logs -applicationId of it; somebody or the queue may have killed it.',
      zh: '查看 yarn logs -applicationId；也可能被人或队列杀掉。',
    },
  },
  {
    sign: /waited (\d+) seconds for (.{1,120}?) to stop at/,
    wrong: {
      en: 'the application of the revision before, $2, did not stop within $1 s',
      zh: '上一版本的应用 $2 在 $1 秒内没有停止',
    },
    remedy: {
      en: 'Wait for the next try, or end it: yarn application -kill, which loses what it has read.',
      zh: '等待下次重试，或执行 yarn application -kill（会丢失已读未处理的数据）。',
    },
  },
  {
    sign: /cannot ask YARN (.{1,200})/,
    wrong: {
      en: 'no resource manager answers: cannot ask YARN $1',
      zh: 'ResourceManager 没有正常应答：cannot ask YARN $1',
    },
    remedy: {
      en: 'Check the resource managers in YARN_URLS, the egress of the NetworkPolicy to their web port, and that they accept the ticket and the certificate.',
      zh: '检查 YARN_URLS 中的 ResourceManager、NetworkPolicy 到其 web 端口的 egress，以及票据和证书是否被接受。',
    },
    field: 'env[YARN_URLS]',
  },
  {
    sign: /cannot (?:make|remove) the stop marker (\S{1,200}?),? /,
    wrong: { en: 'the stop marker $1 cannot be written in HDFS', zh: '无法在 HDFS 写入停止标记 $1' },
    remedy: {
      en: 'Check workFolder of the environment, and the right of the principal to it.',
      zh: '检查环境数据中的 workFolder 以及 principal 对它的权限。',
    },
  },
  {
    sign: /spark-submit ended with (\d+)/,
    wrong: { en: 'spark-submit ended with $1', zh: 'spark-submit 以 $1 结束' },
    remedy: {
      en: 'Its reason stands further up in the log, and in yarn logs of the application.',
      zh: '原因见日志前文，以及该应用的 yarn logs。',
    },
  },
  {
    sign: /Initial job has not accepted any resources/,
    wrong: { en: 'YARN gives the job no executors', zh: 'YARN 没有给作业分配 executor' },
    remedy: {
      en: 'See whether the queue is full, and whether YARN nodes reach the driver (spark.driver.host, its ports, the ingress of the NetworkPolicy).',
      zh: '检查队列是否已满，以及 YARN 节点能否访问 driver（spark.driver.host、端口、NetworkPolicy 的 ingress）。',
    },
  },
];
