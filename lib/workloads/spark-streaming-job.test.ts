import { Duration, Size } from 'cdk8s';
import { prod } from '../environments/prod';
import { test as testEnvironment } from '../environments/test';
import type { Environment } from '../environments/environment';
import { StreamSourceEndpoint } from '../platform/stream-source';
import { InfluxStore } from './influx-store';
import { MongoStore } from './mongo-store';
import {
  rendered,
  theContainer,
  theDeployment,
  theFiles,
  theObject,
  theOpenings,
  theVariables,
} from './testing/rendered-objects';
import { SparkStreamingJob, type SparkStreamingJobProps } from './spark-streaming-job';
import type { Stack } from './stack';
import { aClusterModeStack, aHadoopClient, aStack } from './testing/testing-stack';

const NAME = 'anomaly-stream-host';
const DNS = ['out kube-system/kube-dns 53/TCP', 'out kube-system/kube-dns 53/UDP'];
const HADOOP_PORTS = ['8020/TCP', '8032/TCP', '8090/TCP', '88/TCP', '88/UDP', '9866/TCP'];

/** Makes a streaming job, and all that it is connected to, in a stack. */
function aJobIn(stack: Stack, props: Partial<SparkStreamingJobProps> = {}): Stack {
  new SparkStreamingJob(stack, 'stream-host', {
    kpi: 'host',
    topic: 'kpi-host',
    batchInterval: Duration.seconds(45),
    hadoop: aHadoopClient(stack),
    source: new StreamSourceEndpoint(stack.environment.streamSource),
    sink: new InfluxStore(stack, 'influx', { database: 'kpi', retention: Duration.days(90) }),
    models: new MongoStore(stack, 'mongo'),
    ...props,
  });
  return stack;
}

const settingsOf = (stack: Stack) => theFiles(stack, NAME)['spark-defaults.conf']?.split('\n') ?? [];

const openedBy = (stack: Stack, cidr: string) =>
  theOpenings(stack, NAME).flatMap((line) =>
    line.startsWith(`out ${cidr} `) ? [line.slice(`out ${cidr} `.length)] : [],
  );

describe('wherever its driver runs', () => {
  const modes = [
    ['client', () => aJobIn(aStack())],
    ['cluster', () => aJobIn(aClusterModeStack())],
  ] as const;

  test.each(modes)('in %s mode it never runs twice', (_mode, make) => {
    expect(theDeployment(make(), NAME).spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  });

  test.each(modes)('in %s mode it finishes what it has read when it is stopped', (_mode, make) => {
    expect(settingsOf(make())).toEqual(
      expect.arrayContaining([
        'spark.streaming.stopGracefullyOnShutdown true',
        'spark.streaming.gracefulStopTimeout 450s',
        'spark.streaming.backpressure.enabled true',
      ]),
    );
  });

  test.each(modes)('in %s mode it submits to YARN with its own key tab, and gets new tokens by it', (mode, make) => {
    expect(settingsOf(make())).toEqual(
      expect.arrayContaining(['spark.master yarn', `spark.submit.deployMode ${mode}`, 'spark.yarn.queue znyw']),
    );
    expect(theContainer(make(), NAME).args).toEqual(
      expect.arrayContaining(['--principal=$(KERBEROS_PRINCIPAL)', '--keytab=$(KERBEROS_KEYTAB)']),
    );
    expect(theVariables(make(), NAME)).toMatchObject({ KERBEROS_KEYTAB: '/run/secrets/kerberos/stream.keytab' });
  });

  test.each(modes)('in %s mode it writes points and reads models, with the accounts for that', (_mode, make) => {
    expect(theVariables(make(), NAME)).toMatchObject({
      INFLUX_USERNAME: 'write',
      INFLUX_PASSWORD: { secretKeyRef: { name: 'anomaly-influx-credentials', key: 'write-password' } },
      MONGO_USERNAME: 'stream',
      MONGO_PASSWORD: { secretKeyRef: { name: 'anomaly-mongo-credentials', key: 'stream-password' } },
    });
    expect(theFiles(make(), 'anomaly-mongo')['accounts.json']).toContain(
      '{"user":"stream","roles":[{"role":"read","db":"models"}]}',
    );
  });

  test.each(modes)('in %s mode it is ready once there is a heartbeat, for which YARN may let it wait', (mode, make) => {
    const { startupProbe, readinessProbe } = theContainer(make(), NAME);

    expect(startupProbe).toEqual({
      exec: { command: ['test', '-e', '/tmp/heartbeat'] },
      periodSeconds: 10,
      timeoutSeconds: 5,
      // 10 minutes for YARN, and in cluster mode 450 seconds for another revision to finish.
      failureThreshold: mode === 'client' ? 60 : 105,
    });
    expect(readinessProbe).toEqual({
      exec: { command: ['sh', '-c', 'test -n "$(find /tmp/heartbeat -mmin -10)"'] },
      periodSeconds: 60,
      timeoutSeconds: 5,
      failureThreshold: 3,
    });
  });

  test.each(modes)('in %s mode two replicas are refused', (mode) => {
    const workloads = { [NAME]: { replicas: 2 } };
    const stack = mode === 'client' ? aStack({ workloads }) : aClusterModeStack({ workloads });

    expect(() => aJobIn(stack)).toThrow(
      new RangeError('anomaly-stream-host has 2 replicas; 1 may run, as a stream is read once'),
    );
  });

  test.each(modes)('in %s mode a batch interval that no stop can wait for is refused with both numbers', (mode) => {
    const stack = mode === 'client' ? aStack() : aClusterModeStack();

    expect(() => aJobIn(stack, { batchInterval: Duration.minutes(1) })).toThrow(
      new RangeError(
        'anomaly-stream-host has a batch interval of 60 s and may take 630 s to stop (10 batches and 30 s); ' +
          'its grace period is 600 s; shorten the interval to 57 s or set gracePeriod to 630 s',
      ),
    );
  });

  test.each(modes)('in %s mode a driver that does not fit its size is refused with both numbers', (mode) => {
    const stack = mode === 'client' ? aStack() : aClusterModeStack();

    expect(() => aJobIn(stack, { driverMemory: Size.gibibytes(2) })).toThrow(
      new RangeError(
        'anomaly-stream-host requests 1408Mi of memory; a Spark driver with a heap of 2048Mi needs 2432Mi ' +
          '(384Mi of it overhead); raise the request to 2432Mi or lower the heap, to 450Mi at least',
      ),
    );
  });

  test.each(modes)('in %s mode a heartbeat may be as old as three batches take', (_mode, make) => {
    const stack = make().environment === prod ? aStack() : aClusterModeStack();
    const slow = aJobIn(stack, { batchInterval: Duration.minutes(5), gracePeriod: Duration.minutes(51) });

    expect(theContainer(slow, NAME).readinessProbe).toMatchObject({
      exec: { command: ['sh', '-c', 'test -n "$(find /tmp/heartbeat -mmin -15)"'] },
    });
  });

  test.each(modes)('in %s mode executors are charged to YARN, as many and as large as asked for', (_mode, make) => {
    const executors = { count: 3, cores: 2, memory: Size.gibibytes(1.5) };
    const stack = aJobIn(make().environment.name === 'prod' ? aStack() : aClusterModeStack(), { executors });

    expect(settingsOf(stack)).toEqual(
      expect.arrayContaining([
        'spark.executor.instances 3',
        'spark.executor.cores 2',
        'spark.executor.memory 1536m',
        'spark.dynamicAllocation.enabled false',
      ]),
    );
  });
});

describe('where YARN reaches Pods', () => {
  test('the driver runs in the Pod, with the heap that fits it', () => {
    expect(theContainer(aJobIn(aStack()), NAME)).toMatchObject({
      args: [
        'spark-submit',
        '--driver-memory=1024m',
        '--principal=$(KERBEROS_PRINCIPAL)',
        '--keytab=$(KERBEROS_KEYTAB)',
        '--conf=spark.driver.host=$(POD_IP)',
        '--name=anomaly-stream-host',
        '/opt/znyw/anomaly-stream.jar',
        '--kpi=host',
        '--topic=kpi-host',
        '--batch-interval-seconds=45',
        '--checkpoint=hdfs:///apps/znyw/prod/checkpoints/anomaly-stream-host',
      ],
      resources: {
        requests: { cpu: '350m', memory: '1408Mi' },
        limits: { cpu: '1200m', memory: '1664Mi' },
      },
    });
  });

  test('the heap follows from the size in the environment', () => {
    const memory = { request: Size.gibibytes(2), limit: Size.gibibytes(2) };

    const stack = aJobIn(aStack({ workloads: { [NAME]: { memory } } }));

    expect(theContainer(stack, NAME).args).toContain('--driver-memory=1536m');
  });

  test('its ports are fixed, and Spark does not walk on to others', () => {
    expect(settingsOf(aJobIn(aStack()))).toEqual(
      expect.arrayContaining([
        'spark.driver.bindAddress 0.0.0.0',
        'spark.driver.port 7078',
        'spark.driver.blockManager.port 7079',
        'spark.ui.port 4040',
        'spark.port.maxRetries 0',
      ]),
    );
    expect(theContainer(aJobIn(aStack()), NAME).ports).toEqual([
      { name: 'driver', containerPort: 7078, protocol: 'TCP' },
      { name: 'block-manager', containerPort: 7079, protocol: 'TCP' },
      { name: 'spark-ui', containerPort: 4040, protocol: 'TCP' },
    ]);
  });

  test('executors find it by the address of the Pod', () => {
    expect(theVariables(aJobIn(aStack()), NAME)).toMatchObject({
      POD_IP: { fieldRef: { fieldPath: 'status.podIP' } },
    });
  });

  test('Hadoop may call its ports, it may call Hadoop, its source and its stores, and all else is closed', () => {
    expect(theOpenings(aJobIn(aStack()), NAME)).toEqual(
      [
        'in 10.20.0.0/16 7078/TCP',
        'in 10.20.0.0/16 7079/TCP',
        'in 10.20.0.0/16 4040/TCP',
        ...HADOOP_PORTS.map((port) => `out 10.20.0.0/16 ${port}`),
        'out 10.21.0.0/24 9092/TCP',
        'out anomaly-influx 8086/TCP',
        'out anomaly-mongo 27017/TCP',
        ...DNS,
      ].sort(),
    );
  });

  test('it ends with its application, and YARN knows when its Pod was killed', () => {
    expect(settingsOf(aJobIn(aStack()))).toEqual(
      expect.arrayContaining([
        'spark.yarn.am.clientModeTreatDisconnectAsFailed true',
        'spark.yarn.am.clientModeExitOnError true',
      ]),
    );
  });

  test('the Pod is given the time that its batches need', () => {
    expect(theDeployment(aJobIn(aStack()), NAME).spec.template.spec.terminationGracePeriodSeconds).toBe(480);
  });

  test('a driver that does nothing any more is restarted', () => {
    const { livenessProbe, readinessProbe } = theContainer(aJobIn(aStack()), NAME);

    expect(livenessProbe).toEqual(readinessProbe);
  });

  test('it has no overhead setting, which has no effect here, and no tags', () => {
    const text = JSON.stringify(rendered(aJobIn(aStack())));

    expect(text).not.toContain('spark.driver.memoryOverhead');
    expect(text).not.toContain('spark.yarn.tags');
    expect(text).not.toContain('YARN_REVISION');
  });

  test('stores are reached within the cluster, and from nowhere else', () => {
    const stack = aJobIn(aStack());

    expect(theVariables(stack, NAME)).toMatchObject({
      INFLUX_URL: 'http://anomaly-influx:8086',
      MONGO_HOST: 'anomaly-mongo',
      MONGO_PORT: '27017',
    });
    expect(JSON.stringify(rendered(stack, 'Service'))).not.toContain('NodePort');
  });
});

describe('where YARN does not reach Pods', () => {
  test('the Pod is a launcher, and small', () => {
    expect(theContainer(aJobIn(aClusterModeStack()), NAME).resources).toEqual({
      requests: { cpu: '100m', memory: '512Mi' },
      limits: { cpu: '500m', memory: '512Mi' },
    });
  });

  test('the driver in YARN has the heap that follows from the size, and overhead besides', () => {
    const memory = { request: Size.gibibytes(8), limit: Size.gibibytes(8) };
    const stack = aJobIn(aClusterModeStack({ workloads: { [NAME]: { memory } } }));

    expect(theContainer(stack, NAME).args).toContain('--driver-memory=7424m');
    expect(settingsOf(stack)).toContain('spark.driver.memoryOverhead 743m');
  });

  test('nobody calls the launcher, which listens on nothing', () => {
    const stack = aJobIn(aClusterModeStack());

    expect(theContainer(stack, NAME)).not.toHaveProperty('ports');
    expect(theOpenings(stack, NAME).filter((line) => line.startsWith('in '))).toEqual([]);
    expect(settingsOf(stack).join()).not.toContain('spark.driver.port');
  });

  test('the launcher may call Hadoop', () => {
    expect(openedBy(aJobIn(aClusterModeStack()), '10.120.0.0/16')).toEqual(HADOOP_PORTS);
  });

  test('its application carries tags by which the next launcher finds it', () => {
    const stack = aJobIn(aClusterModeStack());

    expect(theContainer(stack, NAME).args).toContain('--conf=spark.yarn.tags=$(YARN_TAG),$(YARN_TAG)-$(YARN_REVISION)');
    expect(theVariables(stack, NAME)).toMatchObject({
      YARN_TAG: 'znyw-test-anomaly-stream-host',
      YARN_URLS: 'https://rm1.hadoop.test.bank.example:8090',
      STOP_MARKER: 'hdfs:///apps/znyw/test/stop/anomaly-stream-host',
    });
  });

  test('the launcher is not restarted while YARN is away, and ends soon when it is asked to', () => {
    const stack = aJobIn(aClusterModeStack());

    expect(theContainer(stack, NAME)).not.toHaveProperty('livenessProbe');
    expect(theDeployment(stack, NAME).spec.template.spec.terminationGracePeriodSeconds).toBe(30);
  });

  test('a driver that fails is started again by YARN, a few times an hour', () => {
    expect(settingsOf(aJobIn(aClusterModeStack()))).toEqual(
      expect.arrayContaining([
        'spark.yarn.maxAppAttempts 4',
        'spark.yarn.am.attemptFailuresValidityInterval 1h',
        'spark.yarn.submit.waitAppCompletion true',
      ]),
    );
  });

  test.each([
    ['anomaly-influx', 8086, 30086],
    ['anomaly-mongo', 27017, 30017],
  ])('the driver reaches %s by a port of the VMs, to which only Hadoop is admitted', (store, port, nodePort) => {
    const stack = aJobIn(aClusterModeStack());

    expect(theObject(stack, 'Service', `${store}-outside`).spec).toMatchObject({
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      ports: [{ port, nodePort }],
    });
    expect(theOpenings(stack, store).filter((line) => line.startsWith('in 10.'))).toEqual([
      `in 10.120.0.0/16 ${port}/TCP`,
    ]);
  });

  test('the driver is handed every variable of its connections, by name', () => {
    const variables = theVariables(aJobIn(aClusterModeStack()), NAME);
    const handed = String(variables['DRIVER_VARIABLES']).split(',');
    const ofConnections = Object.keys(variables).filter((name) => /^(STREAM|KAFKA|SOCKET|INFLUX|MONGO)_/.test(name));

    expect(handed).toEqual(ofConnections);
  });

  test('the addresses of the stores are said as the Pod and as the driver see them', () => {
    expect(theVariables(aJobIn(aClusterModeStack()), NAME)).toMatchObject({
      INFLUX_URL: 'http://anomaly-influx:8086',
      DRIVER_INFLUX_URL: 'http://znyw-vms.test.bank.example:30086',
      MONGO_HOST: 'anomaly-mongo',
      DRIVER_MONGO_HOST: 'znyw-vms.test.bank.example',
      MONGO_PORT: '27017',
      DRIVER_MONGO_PORT: '30017',
    });
  });
});

describe('the revision of a job in YARN', () => {
  const revision = (props: Partial<SparkStreamingJobProps> = {}, environment: Environment = testEnvironment) =>
    theVariables(aJobIn(aClusterModeStack({ environment }), props), NAME)['YARN_REVISION'];

  test('is the same for the same job, so that a launcher that restarts attaches to it', () => {
    expect(revision()).toMatch(/^[0-9a-f]{16}$/);
    expect(revision()).toBe(revision());
  });

  test.each<[string, Partial<SparkStreamingJobProps>]>([
    ['kind of KPI', { kpi: 'disk' }],
    ['topic', { topic: 'kpi-host-2' }],
    ['batch interval', { batchInterval: Duration.seconds(30) }],
    ['heap', { driverMemory: Size.mebibytes(512) }],
  ])('is another one with another %s, so that the old application is drained', (_what, props) => {
    expect(revision(props)).not.toBe(revision());
  });

  test('is another one with another image', () => {
    const digests = { hadoop_krb5: `sha256:${'0'.repeat(64)}` };
    const registry = { ...testEnvironment.registry, digests };

    expect(revision({}, { ...testEnvironment, registry })).not.toBe(revision());
  });

  test('does not depend on what other workloads are', () => {
    const registry = { ...testEnvironment.registry, digests: { redis: `sha256:${'0'.repeat(64)}` } };
    const schedules = { training: '0 5 * * *' };

    expect(revision({}, { ...testEnvironment, registry, schedules })).toBe(revision());
  });

  test('is another one with other executors, which the application has from its submission', () => {
    const executors = { count: 8, cores: 2, memory: Size.gibibytes(4) };

    expect(revision({ executors })).not.toBe(revision());
  });

  test('is another one with another stream source, which the driver was handed', () => {
    const brokers = [{ host: 'kafka9.test.bank.example', port: 9092 }];
    const streamSource = { ...testEnvironment.streamSource, brokers };

    expect(revision({}, { ...testEnvironment, streamSource })).not.toBe(revision());
  });
});

test('a stream from a server instead of Kafka is read in the same way', () => {
  const server = { host: 'feed.bank.example', port: 9999 };
  const source = new StreamSourceEndpoint({ type: 'socket', server, addressRanges: ['10.21.1.7/32'] });

  const stack = aJobIn(aStack(), { source });

  expect(theVariables(stack, NAME)).toMatchObject({ STREAM_SOURCE: 'socket', SOCKET_SERVER: 'feed.bank.example:9999' });
  expect(openedBy(stack, '10.21.1.7/32')).toEqual(['9999/TCP']);
});
