import { Size } from 'cdk8s';
import { theContainer, theDeployment, theFiles, theOpenings, theVariables } from './testing/rendered-objects';
import { SparkService } from './spark-service';
import type { Stack } from './stack';
import { aClusterModeStack, aHadoopClient, aStack } from './testing/testing-stack';

const NAME = 'anomaly-train-api';

function aServiceIn(stack: Stack): Stack {
  new SparkService(stack, 'train-api', { summary: 'trains models', hadoop: aHadoopClient(stack), as: 'train' });
  return stack;
}

test.each([
  ['client', aStack],
  ['cluster', aClusterModeStack],
])('in %s mode it is one Pod that is recreated, asked over HTTP', (_mode, makeStack) => {
  const { spec } = theDeployment(aServiceIn(makeStack()), NAME);

  expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  expect(spec.template.spec.containers[0]?.readinessProbe).toMatchObject({
    httpGet: { path: '/health', port: 'http' },
  });
});

test('where YARN reaches Pods it is a driver itself, with the heap that the web server leaves', () => {
  const { args, ports } = theContainer(aServiceIn(aStack()), NAME);

  expect(args).toEqual([
    'spark-submit',
    '--driver-memory=1536m',
    '--principal=$(KERBEROS_PRINCIPAL)',
    '--keytab=$(KERBEROS_KEYTAB)',
    '--conf=spark.driver.host=$(POD_IP)',
    '--name=anomaly-train-api',
    '/opt/znyw/train-api.jar',
  ]);
  expect(ports?.map(({ name, containerPort }) => [name, containerPort])).toEqual([
    ['http', 8080],
    ['driver', 7078],
    ['block-manager', 7079],
    ['spark-ui', 4040],
  ]);
});

test('where YARN does not reach Pods it submits a driver for each request', () => {
  const stack = aServiceIn(aClusterModeStack());
  const { args, ports } = theContainer(stack, NAME);

  expect(args).toEqual([
    'java',
    '-XX:MaxRAMPercentage=50.0',
    '-XX:+ExitOnOutOfMemoryError',
    '-jar',
    '/opt/znyw/train-api.jar',
  ]);
  expect(ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
  expect(theVariables(stack, NAME)).toMatchObject({ SPARK_DRIVER_MEMORY: '1536m', SPARK_CONF_DIR: '/etc/spark' });
  expect(theFiles(stack, NAME)['spark-defaults.conf']).toContain('spark.submit.deployMode cluster\n');
});

test('Hadoop is admitted to the ports of the driver, where it is in the Pod', () => {
  const incoming = (stack: Stack) => theOpenings(stack, NAME).filter((line) => line.startsWith('in '));

  expect(incoming(aServiceIn(aStack()))).toEqual([
    'in 10.20.0.0/16 4040/TCP',
    'in 10.20.0.0/16 7078/TCP',
    'in 10.20.0.0/16 7079/TCP',
  ]);
  expect(incoming(aServiceIn(aClusterModeStack()))).toEqual([]);
});

test('it logs in to Hadoop as its own function', () => {
  expect(theVariables(aServiceIn(aStack()), NAME)).toMatchObject({
    KERBEROS_PRINCIPAL: 'znyw-train@HADOOP.BANK.EXAMPLE',
    KERBEROS_KEYTAB: '/run/secrets/kerberos/train.keytab',
  });
});

test('a driver that does not fit its Pod is refused with both numbers', () => {
  const memory = { request: Size.mebibytes(900), limit: Size.mebibytes(900) };

  expect(() => aServiceIn(aStack({ workloads: { [NAME]: { memory } } }))).toThrow(
    new RangeError(
      'anomaly-train-api requests 900Mi of memory; a Spark driver with a heap of 450Mi needs 962Mi ' +
        '(384Mi of it overhead); raise the request to 962Mi or lower the heap, to 450Mi at least',
    ),
  );
});

test('two replicas are refused', () => {
  expect(() => aServiceIn(aStack({ workloads: { [NAME]: { replicas: 2 } } }))).toThrow(
    new RangeError('anomaly-train-api has 2 replicas; 1 may run, as its driver is one'),
  );
});
