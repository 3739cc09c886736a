import { allQuestions } from '../../all-questions';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import type { Cluster } from '../../cluster/cluster';
import { diagnose } from '../../judge/diagnose';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import {
  aContainerStatus,
  aController,
  aDeployment,
  aPod,
  aReplicaSet,
  aRunningContainer,
} from '../../testing/cluster-workloads';
import { aCrash } from './testing/a-crash';

const WEB = 'Deployment/znyw-prod/web';
const findingsOf = (cluster: Cluster) => diagnose(cluster, NOTHING_EXPECTED, allQuestions).findings;
const told = (cluster: Cluster) => findingsOf(cluster).map(({ id, object, severity }) => `${severity} ${id} ${object}`);

test('what goes over its memory limit is told with the limit and the settings of its program', () => {
  const env = [{ name: 'JAVA_TOOL_OPTIONS', value: '-Xmx512m -XX:+ExitOnOutOfMemoryError' }];
  const resources = { limits: { memory: '512Mi' } };

  const [finding] = findingsOf(aCrash({ exitCode: 137, reason: 'OOMKilled', container: { env, resources } }));

  expect(finding).toMatchObject({
    id: 'out-of-memory',
    object: WEB,
    cause: {
      en: 'container web ends with exit code 137 (7 restarts): OOMKilled, it needs more than its memory limit of 512Mi; its own settings: heap of the JVM 512Mi (-Xmx512m, env JAVA_TOOL_OPTIONS)',
      zh: '容器 web 反复退出（退出码 137，已重启 7 次）：OOMKilled，所需内存超过上限 512Mi；程序自身设置：JVM 堆 512Mi (-Xmx512m, env JAVA_TOOL_OPTIONS)',
    },
    remedy: {
      en: 'Raise resources.limits.memory of container web from 512Mi to 896Mi, which heap of the JVM 512Mi needs, or lower that (-Xmx512m, env JAVA_TOOL_OPTIONS).',
    },
  });
});

test.each([
  ['args', { args: ['mongod', '--wiredTigerCacheSizeGB=2'] }, 'cache of WiredTiger 2048Mi'],
  ['args', { args: ['spark-submit', '--driver-memory=1024m'] }, 'heap of the Spark driver 1024Mi'],
  ['args', { args: ['redis-server', '--maxmemory', '256mb'] }, 'maxmemory of Redis 256Mi'],
  [
    'env',
    { env: [{ name: 'GUNICORN_CMD_ARGS', value: '--workers=2' }] },
    'workers of gunicorn, 1280 Mi each at their peak 2560Mi',
  ],
  ['env', { env: [{ name: 'JAVA_TOOL_OPTIONS', value: '-XX:MaxRAMPercentage=50.0' }] }, 'heap of the JVM 128Mi'],
  [
    'env',
    { env: [{ name: 'INFLUXDB_DATA_CACHE_MAX_MEMORY_SIZE', value: '512m' }] },
    'cache of influxd, for each shard 512Mi',
  ],
  ['nothing', {}, 'no memory setting of its program was found'],
])('memory settings are read from %s: %j', (_place, container, says) => {
  const [finding] = findingsOf(aCrash({ exitCode: 137, reason: 'OOMKilled', container }));

  expect(finding?.cause.en).toContain(says);
});

test('memory settings are read from the ConfigMap that is mounted, comments left out', () => {
  const data = { 'my.cnf': '# innodb_buffer_pool_size=9G\n[mysqld]\ninnodb_buffer_pool_size=768M\n' };
  const podSpec = { volumes: [{ name: 'conf', configMap: { name: 'web' } }] };
  const container = { volumeMounts: [{ name: 'conf', mountPath: '/etc/mysql/conf.d' }] };
  const others = () => [aClusterObject('v1', 'ConfigMap', { rest: { data } })];

  const [finding] = findingsOf(aCrash({ exitCode: 137, reason: 'OOMKilled', podSpec, container, others }));

  expect(finding?.cause.en).toContain(
    'buffer pool of InnoDB 768Mi (innodb_buffer_pool_size=768M, ConfigMap/web my.cnf)',
  );
});

test('without a limit it is the VM that ran out of memory', () => {
  const [finding] = findingsOf(aCrash({ exitCode: 137, reason: 'OOMKilled', container: { resources: {} } }));

  expect(finding?.cause.en).toContain('no memory limit of its own');
});

const PROBE = {
  httpGet: { path: '/healthz', port: 8080 },
  periodSeconds: 5,
  failureThreshold: 3,
  initialDelaySeconds: 10,
};

test('a startup probe that ends a slow start is told with what it allows and how long it took', () => {
  const others = (pod: Parameters<typeof anEvent>[0]) => [
    anEvent(pod, 'Killing', 'Container web failed startup probe, will be restarted', { type: 'Normal' }),
    anEvent(
      pod,
      'Unhealthy',
      'Startup probe failed: Get "http://10.0.0.1:8080/healthz": dial tcp 10.0.0.1:8080: connect: connection refused',
    ),
  ];
  const terminated = { startedAt: '2026-11-23T06:50:00Z', finishedAt: '2026-11-23T06:50:26Z' };

  const [finding, ...rest] = findingsOf(
    aCrash({ exitCode: 137, container: { startupProbe: PROBE }, terminated, others }),
  );

  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ id: 'startup-probe-kills', object: WEB });
  expect(finding?.cause.en).toBe(
    'container web ends with exit code 137 (7 restarts): its startup probe (GET /healthz on port 8080) ends it, after 26 s; the probe allows 10 s + 3 × 5 s = 25 s; nothing listens on the port yet',
  );
  expect(finding?.evidence[0]).toBe(
    'event Killing on Pod/web-5d4f8c7b9d-x2x4z: Container web failed startup probe, will be restarted',
  );
});

test('a probe that asks a port which the container does not declare is told so', () => {
  const others = (pod: Parameters<typeof anEvent>[0]) => [
    anEvent(pod, 'Killing', 'Container web failed liveness probe, will be restarted'),
  ];
  const container = { livenessProbe: { tcpSocket: { port: 9090 } }, ports: [{ name: 'http', containerPort: 8080 }] };

  const [finding] = findingsOf(aCrash({ exitCode: 143, container, others }));

  expect(finding?.id).toBe('liveness-probe-kills');
  expect(finding?.cause.en).toContain('it asks port 9090, and the container declares http 8080');
});

test("what is killed by another container's probe is not told of this one", () => {
  const others = (pod: Parameters<typeof anEvent>[0]) => [
    anEvent(pod, 'Killing', 'Container side failed startup probe, will be restarted'),
  ];

  expect(told(aCrash({ others }))).toEqual([`error crashes-unexplained ${WEB}`]);
});

test.each([
  [0, 'Completed', 'ends-at-once', 'nothing stays in the foreground'],
  [1, 'Error', 'crashes-unexplained', 'no log of it was read'],
  [126, 'Error', 'program-cannot-run', 'cannot be executed'],
  [127, 'Error', 'program-cannot-run', 'not in the image'],
  [132, 'Error', 'ended-by-signal', 'SIGILL'],
  [134, 'Error', 'ended-by-signal', 'SIGABRT'],
  [137, 'Error', 'ended-by-signal', 'SIGKILL from outside'],
  [139, 'Error', 'ended-by-signal', 'SIGSEGV'],
  [143, 'Error', 'ended-by-signal', 'SIGTERM'],
  [255, 'Error', 'crashes-unexplained', 'exit code 255'],
])('exit code %d (%s) without a log is %s', (exitCode, reason, id, says) => {
  const findings = findingsOf(aCrash({ exitCode, reason }));

  expect(findings.map((finding) => finding.id)).toEqual([id]);
  expect(findings[0]?.cause.en).toContain(says);
});

test('a crash without a reason offers the debug hold, unless it is on hold', () => {
  expect(findingsOf(aCrash())[0]?.remedy.en).toContain(
    'set debugHold: true for web in the data of the test environment',
  );
});

test('a container between two crashes counts as crashing, one that runs again is a warning, and one that crashed yesterday is well', () => {
  const rerun = (startedAt: string, finishedAt: string, ready: boolean, restartCount = 6) =>
    aCrash({
      status: { ready, restartCount, state: { running: { startedAt } } },
      terminated: { startedAt: finishedAt, finishedAt },
    });

  expect(told(rerun('2026-11-23T06:59:50Z', '2026-11-23T06:58:00Z', true))).toEqual([
    `error crashes-unexplained ${WEB}`,
  ]);
  expect(told(rerun('2026-11-23T06:30:00Z', '2026-11-23T06:29:00Z', true))).toContain(
    `warning crashes-unexplained ${WEB}`,
  );
  expect(told(rerun('2026-11-22T06:30:00Z', '2026-11-22T06:29:00Z', true)).join()).not.toContain('crashes-unexplained');
  expect(told(rerun('2026-11-23T06:30:00Z', '2026-11-23T06:29:00Z', true, 1)).join()).not.toContain(
    'crashes-unexplained',
  );
});

test('the failed Pods of a Job that came to a good end in the end are no finding; those of one that gave up explain it', () => {
  const job = (type: string) =>
    aController('batch/v1', 'Job', {
      name: 'backup',
      status: { failed: 1, conditions: [{ type, status: 'True', reason: 'BackoffLimitExceeded' }] },
    });
  const podOf = (owner: ReturnType<typeof job>) =>
    aPod(owner, {
      spec: { restartPolicy: 'Never' },
      status: {
        phase: 'Failed',
        containerStatuses: [aContainerStatus('backup', { state: { terminated: { exitCode: 2, reason: 'Error' } } })],
      },
    });
  const [complete, failed] = [job('Complete'), job('Failed')];

  expect(told(aCluster([complete, podOf(complete)]))).toEqual([]);
  expect(told(aCluster([failed, podOf(failed)]))).toEqual(['error crashes-unexplained Job/znyw-prod/backup']);
});

test('an init container that crashes is named as such', () => {
  const web = aDeployment({ podSpec: { initContainers: [aRunningContainer('wait')] } });
  const replicaSet = aReplicaSet(web);
  const terminated = { exitCode: 1, reason: 'Error', finishedAt: '2026-11-23T06:58:03Z' };
  const crashing = aContainerStatus('wait', {
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated },
  });
  const pod = aPod(replicaSet, {
    status: {
      phase: 'Pending',
      initContainerStatuses: [crashing],
      containerStatuses: [aContainerStatus('web', { state: { waiting: { reason: 'PodInitializing' } } })],
    },
  });

  const [finding] = findingsOf(aCluster([web, replicaSet, pod]));

  expect(finding?.cause.en).toMatch(/^init container wait ends with exit code 1/);
});

test('of ten Pods with one trouble there is one finding', () => {
  const web = aDeployment({ replicas: 10 });
  const replicaSet = aReplicaSet(web);
  const killed = {
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
  };
  const pods = Array.from({ length: 10 }, (_, index) =>
    aPod(replicaSet, { name: `web-${index}`, status: { containerStatuses: [aContainerStatus('web', killed)] } }),
  );

  expect(told(aCluster([web, replicaSet, ...pods]))).toEqual([`error out-of-memory ${WEB}`]);
});

test('a password in a log is not shown', () => {
  const log =
    "ERROR: cannot connect with mongodb://query:s3cr3t@mongo:27017/ and password=hunter2, token: 'abcdef123456'";

  expect(JSON.stringify(findingsOf(aCrash({ log })))).not.toMatch(/s3cr3t|hunter2|abcdef123456/);
});

test('whoever waits for a store that is down is told under what is wrong with the store', () => {
  const mongo = aDeployment({ name: 'mongo', status: { readyReplicas: 0, availableReplicas: 0 } });
  const mongoSet = aReplicaSet(mongo);
  const killed = {
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
  };
  const isNotReady = [{ type: 'Ready', status: 'False' }];
  const others = () => [
    mongo,
    mongoSet,
    aPod(mongoSet, { status: { conditions: isNotReady, containerStatuses: [aContainerStatus('mongo', killed)] } }),
    aClusterObject('v1', 'Service', {
      name: 'mongo',
      spec: { selector: { 'app.kubernetes.io/name': 'mongo' }, ports: [{ port: 27017 }] },
    }),
  ];

  const findings = findingsOf(aCrash({ log: 'connect ECONNREFUSED mongo:27017', others }));

  expect(findings.map(({ id, object }) => `${id} ${object}`)).toEqual(['out-of-memory Deployment/znyw-prod/mongo']);
  expect(findings[0]?.explains).toContain(WEB);
});
