import { NOTHING_EXPECTED } from '../../cluster/expected';
import { allQuestions } from '../../all-questions';
import { diagnose } from '../../judge/diagnose';
import { aCrash } from './testing/a-crash';

/** What programs wrote as their last lines, what it is about, and a part of the cause. */
const LOGS: readonly (readonly [log: string, id: string, says: string])[] = [
  // MongoDB
  [
    '{"t":{"$date":"2026-11-23T06:58:00.000+00:00"},"s":"E","c":"CONTROL","id":20557,"ctx":"initandlisten","msg":"DBException in initAndListen, terminating","attr":{"error":"IllegalOperation: Attempted to create a lock file on a read-only directory: /data/db"}}',
    'not-writable',
    'mongod may not write its data folder /data/db',
  ],
  [
    '{"s":"E","c":"CONTROL","id":20557,"msg":"DBException in initAndListen, terminating","attr":{"error":"DBPathInUse: Unable to create/open the lock file: /data/db/mongod.lock (Permission denied). Ensure the user executing mongod is the owner of the lock file and has the appropriate permissions. Also make sure that another mongod instance is not already running on the /data/db directory"}}',
    'not-writable',
    'mongod may not open /data/db/mongod.lock',
  ],
  [
    '{"msg":"DBException in initAndListen, terminating","attr":{"error":"DBPathInUse: Unable to create/open the lock file: /data/db/mongod.lock (Resource temporarily unavailable). Another mongod instance is already running on the /data/db directory"}}',
    'data-unusable',
    'another mongod has the data folder',
  ],
  [
    'WARNING: MongoDB 5.0+ requires a CPU with AVX support, and your current system does not appear to have that!\n  see https://jira.mongodb.org/browse/SERVER-54407',
    'processor-unsuited',
    'needs AVX',
  ],
  [
    '{"s":"E","c":"WT","msg":"WiredTiger error message","attr":{"error":-31804,"message":"WT_PANIC: WiredTiger library panic"}}',
    'data-unusable',
    'data files of WiredTiger are damaged',
  ],
  [
    '{"s":"F","msg":"Wrong mongod version","attr":{"error":"UPGRADE PROBLEM: Found an invalid featureCompatibilityVersion document"}}',
    'data-unusable',
    'a release of MongoDB that this one cannot follow',
  ],
  ["find: '/data/db/lost+found': Permission denied", 'data-unusable', 'trips over lost+found'],
  [
    '{"s":"E","msg":"WiredTiger error","attr":{"message":"/data/db/journal/WiredTigerLog.0000000012: handle-write: pwrite: failed to write 128 bytes: No space left on device"}}',
    'disk-full',
    'a volume is full',
  ],
  [
    '{"s":"E","msg":"Failed to set up listener","attr":{"error":{"code":9001,"codeName":"SocketException","errmsg":"Address already in use"}}}',
    'port-taken',
    'its port is taken',
  ],
  [
    "Unrecognized option: storage.wiredTiger.cacheSizeGB\ntry 'mongod --help' for more information",
    'configuration-refused',
    'storage.wiredTiger.cacheSizeGB',
  ],
  [
    "error: missing 'MONGO_INITDB_ROOT_USERNAME' or 'MONGO_INITDB_ROOT_PASSWORD'\n       both must be specified for a user to be created",
    'configuration-refused',
    'MONGO_INITDB_ROOT_USERNAME, MONGO_INITDB_ROOT_PASSWORD',
  ],
  [
    'pymongo.errors.OperationFailure: Authentication failed., full error: {code: 18}',
    'password-refused',
    'MongoDB refuses the account',
  ],
  [
    "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=SCRAM-SHA-256, userName='query'}",
    'password-refused',
    'MongoDB refuses the account',
  ],
  // InfluxDB
  [
    'run: create server: mkdir all: mkdir /var/lib/influxdb/meta: permission denied',
    'not-writable',
    'influxd may not write /var/lib/influxdb/meta',
  ],
  [
    'run: open server: open tsdb store: cannot open index: incompatible tsi1 index MANIFEST',
    'data-unusable',
    'files of influxd are damaged',
  ],
  [
    'lvl=warn msg="write failed" error="engine: cache-max-memory-size exceeded: (536870955/536870912)"',
    'memory-exhausted',
    '536870955/536870912 bytes',
  ],
  [
    'run: open server: open service: listen tcp 127.0.0.1:8088: bind: address already in use',
    'port-taken',
    '127.0.0.1:8088',
  ],
  [
    'run: parse config: open /etc/influxdb/influxdb.conf: no such file or directory',
    'configuration-refused',
    '/etc/influxdb/influxdb.conf',
  ],
  // MySQL
  [
    '2026-11-23T06:00:00.1Z 0 [ERROR] [MY-010457] [Server] --initialize specified but the data directory has files in it. Aborting.\n2026-11-23T06:00:00.2Z 0 [ERROR] [MY-013236] [Server] The designated data directory /var/lib/mysql/ is unusable. You can remove all files that the server added to it.',
    'data-unusable',
    'lost+found',
  ],
  [
    '2026-11-23T06:00:00Z 1 [ERROR] [MY-012956] [InnoDB] Cannot allocate memory for the buffer pool',
    'memory-exhausted',
    'buffer pool',
  ],
  [
    "mysqld: unknown variable 'innodb_bufer_pool_size=768M'",
    'configuration-refused',
    'the variable innodb_bufer_pool_size=768M',
  ],
  [
    "ERROR 1045 (28000): Access denied for user 'focus'@'10.244.1.7' (using password: YES)",
    'password-refused',
    "the password of 'focus'@'10.244.1.7' (password sent: YES)",
  ],
  [
    "mysqld: Can't create/write to file '/var/lib/mysql/is_writable' (OS errno 13 - Permission denied)",
    'not-writable',
    '/var/lib/mysql/is_writable',
  ],
  [
    "[ERROR] [MY-010262] [Server] Can't start server: Bind on TCP/IP port: Address already in use",
    'port-taken',
    'its port is taken',
  ],
  ['[ERROR] [MY-012574] [InnoDB] Unable to lock ./ibdata1 error: 11', 'data-unusable', 'another mysqld'],
  [
    '[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified',
    'configuration-refused',
    'first start of MySQL',
  ],
  [
    'pymysql.err.OperationalError: (1049, "Unknown database \'focus\'")',
    'password-refused',
    'the database focus is not there',
  ],
  [
    "RuntimeError: 'cryptography' package is required for sha256_password or caching_sha2_password auth methods",
    'password-refused',
    'caching_sha2_password',
  ],
  // Redis
  [
    "*** FATAL CONFIG FILE ERROR (Redis 7.2.5) ***\nReading the configuration file, at line 5\n>>> 'maxmemmory 256mb'\nBad directive or wrong number of arguments",
    'configuration-refused',
    'maxmemmory 256mb',
  ],
  [
    "1:M 23 Nov 2026 06:00:00.000 # Can't open or create append-only dir appendonlydir: Permission denied",
    'not-writable',
    'append-only file: Permission denied',
  ],
  [
    '1:M 23 Nov 2026 06:00:00 # Bad file format reading the append only file appendonly.aof.1.incr.aof: make a backup of your AOF file, then use ./redis-check-aof --fix <filename>',
    'data-unusable',
    'files of Redis are damaged',
  ],
  [
    'redis.exceptions.ResponseError: MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist to disk.',
    'disk-full',
    'Redis cannot write its files',
  ],
  [
    'redis.exceptions.AuthenticationError: WRONGPASS invalid username-password pair or user is disabled.',
    'password-refused',
    'Redis refuses the password',
  ],
  ['(error) NOAUTH Authentication required.', 'password-refused', 'Redis refuses the password'],
  [
    "redis.exceptions.OutOfMemoryError: OOM command not allowed when used memory > 'maxmemory'.",
    'memory-exhausted',
    'Redis is full',
  ],
  // nginx
  [
    'nginx: [emerg] host not found in upstream "outside.bank.example" in /etc/nginx/conf.d/default.conf:12',
    'server-unreachable',
    'cannot reach outside.bank.example: the name is not known',
  ],
  [
    'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)',
    'not-writable',
    'may not listen on 0.0.0.0:80',
  ],
  [
    'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (30: Read-only file system)',
    'not-writable',
    'nginx may not write /var/cache/nginx/client_temp',
  ],
  [
    'nginx: [emerg] unknown directive "proxy_pas" in /etc/nginx/conf.d/default.conf:7',
    'configuration-refused',
    'directive "proxy_pas"',
  ],
  ['nginx: [emerg] bind() to 0.0.0.0:8080 failed (98: Address already in use)', 'port-taken', '0.0.0.0:8080'],
  [
    'nginx: [emerg] cannot load certificate "/etc/tls/tls.crt": BIO_new_file() failed',
    'certificate-refused',
    '/etc/tls/tls.crt',
  ],
  [
    'nginx: [emerg] unexpected end of file, expecting "}" in /etc/nginx/conf.d/default.conf:30',
    'configuration-refused',
    'unexpected end of file',
  ],
  // JVM
  ['Terminating due to java.lang.OutOfMemoryError: Java heap space', 'memory-exhausted', 'heap of the JVM is full'],
  ['java.lang.OutOfMemoryError: Metaspace', 'memory-exhausted', 'metaspace'],
  [
    'java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached',
    'memory-exhausted',
    'no further thread',
  ],
  [
    "Unrecognized VM option 'MaxRamPercentage=60.0'\nError: Could not create the Java Virtual Machine.",
    'configuration-refused',
    'MaxRamPercentage=60.0',
  ],
  [
    "Improperly specified VM option 'MaxRAMPercentage=60'\nError: Could not create the Java Virtual Machine.",
    'configuration-refused',
    'MaxRAMPercentage=60',
  ],
  [
    'Exception in thread "main" java.lang.UnsupportedClassVersionError: com/bank/Alert has been compiled by a more recent version of the Java Runtime (class file version 61.0), this version of the Java Runtime only recognizes class file versions up to 55.0',
    'program-incomplete',
    'class file version 61',
  ],
  ['Error: Unable to access jarfile /opt/znyw/alert.jar', 'program-incomplete', '/opt/znyw/alert.jar'],
  [
    'Caused by: java.lang.ClassNotFoundException: com.mongodb.client.MongoClient',
    'program-incomplete',
    'com.mongodb.client.MongoClient',
  ],
  ['Web server failed to start. Port 8080 was already in use.', 'port-taken', '8080'],
  [
    'java.net.UnknownHostException: smtp.bank.example: Name or service not known',
    'server-unreachable',
    'smtp.bank.example',
  ],
  ['Could not resolve placeholder \'mail.host\' in value "${mail.host}"', 'configuration-refused', 'mail.host'],
  [
    'javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target',
    'certificate-refused',
    'not trusted',
  ],
  // Kerberos, YARN, Spark
  [
    'kinit: Clock skew too great while getting initial credentials\nstart: no Kerberos ticket for znyw-stream@HADOOP: kinit with /etc/keytabs/stream.keytab ended with 1, its reason stands above; nothing is started',
    'kerberos-refused',
    'more than 5 minutes',
  ],
  [
    "kinit: Client 'znyw-stream@HADOOP.BANK.EXAMPLE' not found in Kerberos database while getting initial credentials",
    'kerberos-refused',
    'the principal znyw-stream@HADOOP.BANK.EXAMPLE',
  ],
  ['kinit: Preauthentication failed while getting initial credentials', 'kerberos-refused', 'refuses the key'],
  [
    'start: the key tab /etc/keytabs/stream.keytab is not there or may not be read; it comes from a Secret',
    'kerberos-refused',
    '/etc/keytabs/stream.keytab',
  ],
  [
    'kinit: Cannot find KDC for realm "HADOOP.BANK.EXAMPLE" while getting initial credentials',
    'kerberos-refused',
    'where the KDC of the realm HADOOP.BANK.EXAMPLE is',
  ],
  [
    "kinit: Cannot contact any KDC for realm 'HADOOP.BANK.EXAMPLE' while getting initial credentials",
    'kerberos-refused',
    'no KDC of the realm HADOOP.BANK.EXAMPLE answers',
  ],
  [
    'Caused by: javax.security.auth.login.LoginException: java.lang.NullPointerException: invalid null input: name',
    'kerberos-refused',
    '/etc/passwd',
  ],
  [
    'Exception in thread "main" org.apache.spark.SparkException: Keytab file does not exist: /etc/keytabs/x.keytab',
    'kerberos-refused',
    '/etc/keytabs/x.keytab',
  ],
  [
    'GSSException: No valid credentials provided (Mechanism level: Server not found in Kerberos database (7) - LOOKING_UP_SERVER)',
    'kerberos-refused',
    'does not know the service',
  ],
  [
    'token (HDFS_DELEGATION_TOKEN token 812 for znyw-stream) is expired',
    'kerberos-refused',
    'a token of Hadoop has expired',
  ],
  [
    'java.lang.IllegalArgumentException: Required executor memory (9216 MB), offHeap memory (0) MB, overhead (921 MB), and PySpark memory (0 MB) is above the max threshold (8192 MB) of this cluster!',
    'hadoop-refuses',
    'the executor asks for 9216 MB',
  ],
  [
    'org.apache.hadoop.yarn.exceptions.YarnException: Failed to submit application_1700000000000_0042 to YARN : Application application_1700000000000_0042 submitted by user znyw to unknown queue: znyx',
    'hadoop-refuses',
    'queue znyx',
  ],
  [
    'start: application_1700000000000_0042 ended: FAILED, FAILED',
    'hadoop-refuses',
    'application_1700000000000_0042 in YARN ended: FAILED, FAILED',
  ],
  [
    'org.apache.hadoop.security.AccessControlException: Permission denied: user=znyw-stream, access=WRITE, inode="/apps/znyw":hdfs:hdfs:drwxr-xr-x',
    'hadoop-refuses',
    'does not let znyw-stream have WRITE on /apps/znyw',
  ],
  [
    'start: cannot ask YARN whether znyw-prod-x runs already, so nothing is submitted: https://rm1:8090: HTTP status 401, not the answer of an active one;',
    'hadoop-refuses',
    'HTTP status 401',
  ],
  [
    "java.net.BindException: Address already in use: Service 'sparkDriver' could not bind on port 7078.",
    'port-taken',
    'sparkDriver on port 7078',
  ],
  // Python, gunicorn, shells, start scripts
  ["ModuleNotFoundError: No module named 'pandas'", 'program-incomplete', 'Python module pandas'],
  [
    '[2026-11-23 06:00:00 +0000] [1] [CRITICAL] WORKER TIMEOUT (pid:8)\n[2026-11-23 06:00:01 +0000] [1] [ERROR] Worker (pid:8) was sent SIGKILL! Perhaps out of memory?',
    'memory-exhausted',
    'a worker of gunicorn was killed',
  ],
  ["[ERROR] Connection in use: ('0.0.0.0', 8000)", 'port-taken', "'0.0.0.0', 8000"],
  [
    "FileNotFoundError: [Errno 2] No usable temporary directory found in ['/tmp', '/var/tmp', '/usr/tmp', '/srv']",
    'not-writable',
    'no temporary folder',
  ],
  ["KeyError: 'TRAINING_SCHEDULE'", 'configuration-refused', 'TRAINING_SCHEDULE'],
  [
    'start: the variable TRAIN_API_URL is not set; the YAML of the workload has to set it',
    'configuration-refused',
    'the variable TRAIN_API_URL is not set',
  ],
  [
    'start: APPLICATION is "alrt", for which this image has no jar; it has: alert query-api',
    'configuration-refused',
    'no application "alrt"; it has: alert query-api',
  ],
  ['/entrypoint.sh: line 12: gosu: command not found', 'program-incomplete', 'the program gosu'],
  ['sh: 1: redis-serve: not found', 'program-incomplete', 'the program redis-serve'],
  ["cp: cannot create regular file '/etc/app.conf': Read-only file system", 'not-writable', '/etc/app.conf'],
  ['touch: /var/run/app.pid: Permission denied', 'not-writable', 'no right to /var/run/app.pid'],
  ['exec /docker-entrypoint.sh: exec format error', 'processor-unsuited', 'another processor'],
  ["sh: can't open '/etc/start/run.sh': No such file or directory", 'program-incomplete', '/etc/start/run.sh'],
];

test.each(LOGS)('%p is %s', (log, id, says) => {
  const { findings } = diagnose(aCrash({ log }), NOTHING_EXPECTED, allQuestions);

  expect(findings.map((finding) => finding.id)).toEqual([id]);
  expect(findings[0]?.cause.en).toContain(says);
  expect(findings[0]?.cause.zh).not.toMatch(/\$\d|undefined/);
  expect(findings[0]?.evidence[0]).toMatch(/^log: /);
});

test('a log of any content and length is read in little time', () => {
  const pieces = [
    'lost+found',
    'a'.repeat(2000),
    '/x'.repeat(1000),
    ' /x: '.repeat(400),
    'run: mkdir '.repeat(180),
    'x=y:'.repeat(500),
    "password='".repeat(200),
    '{"host":'.repeat(250),
  ];
  const log = Array.from({ length: 5000 }, (_, index) => pieces[index % pieces.length]).join('\n');
  const start = performance.now();

  diagnose(aCrash({ log }), NOTHING_EXPECTED, allQuestions);

  expect(performance.now() - start).toBeLessThan(2000);
});
