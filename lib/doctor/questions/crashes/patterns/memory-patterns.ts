import type { LogPattern } from '../log-pattern';

const LIMIT = 'resources.limits.memory';

/** Programs that say themselves that memory did not suffice; what the kernel ends says nothing. */
export const memoryPatterns: readonly LogPattern[] = [
  {
    sign: /OutOfMemoryError:? ?(?:Java heap space|GC overhead limit exceeded|Requested array size exceeds VM limit)/,
    wrong: { en: 'the heap of the JVM is full', zh: 'JVM 堆内存已满' },
    remedy: {
      en: 'Raise limits.memory, from which the heap follows; where -Xmx or --driver-memory is written, raise that as well.',
      zh: '调高 limits.memory（堆大小由它得出）；若写了 -Xmx 或 --driver-memory，也一并调高。',
    },
    field: LIMIT,
  },
  {
    sign: /OutOfMemoryError:? ?(?:Metaspace|Compressed class space)/,
    wrong: { en: 'the metaspace of the JVM is full', zh: 'JVM 的 Metaspace 已满' },
    remedy: {
      en: 'Raise -XX:MaxMetaspaceSize, or leave it out, and keep 100 Mi of the memory limit for it.',
      zh: '调大 -XX:MaxMetaspaceSize 或去掉该参数，并在内存上限中为它留出 100 Mi。',
    },
    field: LIMIT,
  },
  {
    sign: /OutOfMemoryError:? ?(?:unable to create (?:new )?native thread)|pthread_create failed|can't start new thread/,
    wrong: { en: 'no further thread can be started', zh: '无法再创建线程' },
    remedy: {
      en: 'Limit the threads of the program; if it has few, raise limits.memory, or ask the operators of the container cloud for the limit of processes of a Pod.',
      zh: '限制程序的线程数；若线程不多，调高 limits.memory，或向容器云管理员确认 Pod 的进程数上限。',
    },
    field: LIMIT,
  },
  {
    sign: /OutOfMemoryError:? ?(?:Direct buffer memory|Cannot reserve \d+ bytes of direct buffer memory)/,
    wrong: { en: 'the direct buffers of the JVM are used up', zh: 'JVM 直接内存已用尽' },
    remedy: {
      en: 'Raise -XX:MaxDirectMemorySize together with limits.memory.',
      zh: '同时调大 -XX:MaxDirectMemorySize 和 limits.memory。',
    },
    field: LIMIT,
  },
  {
    sign: /java\.lang\.OutOfMemoryError/,
    wrong: { en: 'the JVM is out of memory', zh: 'JVM 内存不足' },
    remedy: { en: 'Raise limits.memory.', zh: '调高 limits.memory。' },
    field: LIMIT,
  },
  {
    sign: /insufficient memory for the Java Runtime Environment|Could not reserve enough space for (?:object heap|\d+KB)|Native memory allocation \(\w+\) failed/,
    wrong: { en: 'the JVM does not get the memory that it starts with', zh: 'JVM 启动时申请不到内存' },
    remedy: {
      en: 'Lower -Xms and -Xmx below the memory limit, or raise limits.memory.',
      zh: '把 -Xms、-Xmx 调到内存上限以下，或调高 limits.memory。',
    },
    field: LIMIT,
  },
  {
    sign: /Cannot allocate memory for the buffer pool|InnoDB: (?:mmap\((\d+) bytes\) failed; errno 12|Cannot allocate memory)/,
    wrong: { en: 'InnoDB does not get the memory of its buffer pool', zh: 'InnoDB 申请不到缓冲池内存' },
    remedy: {
      en: 'Raise limits.memory, from which innodb_buffer_pool_size follows (half of it), or lower innodb_buffer_pool_size.',
      zh: '调高 limits.memory（innodb_buffer_pool_size 为其一半），或调低 innodb_buffer_pool_size。',
    },
    field: LIMIT,
  },
  {
    sign: /Worker \(pid:\d+\) was sent SIGKILL! Perhaps out of memory/,
    wrong: { en: 'a worker of gunicorn was killed for want of memory', zh: 'gunicorn 的 worker 因内存不足被杀' },
    remedy: {
      en: 'Raise limits.memory (each worker takes 5 to 10 times the size of a CSV), or lower --workers in GUNICORN_CMD_ARGS.',
      zh: '调高 limits.memory（每个 worker 需要 CSV 大小的 5 到 10 倍），或减少 GUNICORN_CMD_ARGS 中的 --workers。',
    },
    field: LIMIT,
  },
  {
    sign: /cache-max-memory-size exceeded: \((\d+\/\d+)\)/,
    wrong: {
      en: 'the cache of influxd is full ($1 bytes), and points are refused',
      zh: 'influxd 的缓存已满（$1 字节），写入被拒绝',
    },
    remedy: {
      en: 'Raise limits.memory, from which INFLUXDB_DATA_CACHE_MAX_MEMORY_SIZE follows (an eighth), or write fewer points at a time; a slow disk fills it, too.',
      zh: '调高 limits.memory（INFLUXDB_DATA_CACHE_MAX_MEMORY_SIZE 为其八分之一），或减少每批写入的点；磁盘过慢也会写满缓存。',
    },
    field: LIMIT,
  },
  {
    sign: /OOM command not allowed when used memory/,
    wrong: { en: 'Redis is full up to its maxmemory and refuses to write', zh: 'Redis 已达到 maxmemory，拒绝写入' },
    remedy: {
      en: 'Find out what is not taken from the queue; else raise limits.memory of Redis, from which maxmemory follows (half of it).',
      zh: '先查队列为何没有被消费；否则调高 Redis 的 limits.memory（maxmemory 为其一半）。',
    },
    field: LIMIT,
  },
  {
    sign: /Can't save in background: fork: Cannot allocate memory/,
    wrong: { en: 'Redis cannot fork to save', zh: 'Redis 无法 fork 进行持久化' },
    remedy: {
      en: 'Raise limits.memory to twice maxmemory, or lower maxmemory.',
      zh: '把 limits.memory 提高到 maxmemory 的两倍，或调低 maxmemory。',
    },
    field: LIMIT,
  },
  {
    sign: /System memory (\d+) must be at least (\d+)\. Please increase heap size/,
    wrong: {
      en: 'the heap of the Spark driver is $1 bytes, and Spark takes $2 at least',
      zh: 'Spark driver 堆为 $1 字节，Spark 至少需要 $2 字节',
    },
    remedy: {
      en: 'Raise the memory request, from which --driver-memory follows.',
      zh: '调高内存 request（--driver-memory 由它得出）。',
    },
    field: 'resources.requests.memory',
  },
  {
    sign: /fatal error: runtime: (?:out of memory|cannot allocate memory)|^MemoryError\b|std::bad_alloc|[Cc]annot allocate memory|Out of memory allocating \d+ bytes/,
    wrong: { en: 'the program does not get the memory that it asks for', zh: '程序申请不到内存' },
    remedy: {
      en: 'Raise limits.memory, or lower what the program is told to take.',
      zh: '调高 limits.memory，或调低程序自身的内存设置。',
    },
    field: LIMIT,
  },
];
