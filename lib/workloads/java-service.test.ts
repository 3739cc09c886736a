import { Size } from 'cdk8s';
import * as fc from 'fast-check';
import { javaOptions, JavaService } from './java-service';
import { theDeployment, theVariables } from './testing/rendered-objects';
import { aStack } from './testing/testing-stack';

const heapPercent = (mebibytes: number) =>
  Number(/=([\d.]+)$/.exec(javaOptions(Size.mebibytes(mebibytes))[0] ?? '')?.[1]);

test.each([
  [512, '-XX:MaxRAMPercentage=50.0'],
  [767, '-XX:MaxRAMPercentage=50.0'],
  [768, '-XX:MaxRAMPercentage=55.0'],
  [1023, '-XX:MaxRAMPercentage=55.0'],
  [1024, '-XX:MaxRAMPercentage=60.0'],
  [4096, '-XX:MaxRAMPercentage=60.0'],
])('of a limit of %d Mi the heap takes %s', (mebibytes, option) => {
  expect(javaOptions(Size.mebibytes(mebibytes))).toEqual([
    option,
    '-XX:ActiveProcessorCount=2',
    '-XX:+ExitOnOutOfMemoryError',
    '-Djava.io.tmpdir=/tmp',
  ]);
});

test('whatever the limit, 250 Mi and more are left for what is not heap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 512, max: 16_384 }), (mebibytes) => {
      const besides = mebibytes * (1 - heapPercent(mebibytes) / 100);

      // Metaspace, code cache and some tens of threads.
      expect(besides).toBeGreaterThanOrEqual(250);
    }),
  );
});

test('it runs the application that has its id, with the memory that its limit allows', () => {
  const memory = { request: Size.mebibytes(512), limit: Size.gibibytes(2) };
  const stack = aStack({ workloads: { 'anomaly-query-api': { memory } } });

  new JavaService(stack, 'query-api', { summary: 'reads' });

  expect(theVariables(stack, 'anomaly-query-api')).toEqual({
    APPLICATION: 'query-api',
    JAVA_TOOL_OPTIONS:
      '-XX:MaxRAMPercentage=60.0 -XX:ActiveProcessorCount=2 -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp',
    SERVER_PORT: '8080',
    TZ: 'Asia/Shanghai',
  });
});

test('it is rolled out, and has two replicas where the environment says so', () => {
  const stack = aStack();

  new JavaService(stack, 'query-api', { summary: 'reads' });

  expect(theDeployment(stack, 'anomaly-query-api').spec).toMatchObject({
    replicas: 2,
    strategy: { type: 'RollingUpdate' },
  });
});

test('one that acts by itself is recreated, so that it never acts twice', () => {
  const stack = aStack();

  new JavaService(stack, 'alert', { summary: 'sends mail', singleton: true });

  expect(theDeployment(stack, 'anomaly-alert').spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
});

test('two of one that acts by itself are refused', () => {
  const stack = aStack({ workloads: { 'anomaly-alert': { replicas: 2 } } });

  expect(() => new JavaService(stack, 'alert', { summary: 'sends mail', singleton: true })).toThrow(
    new RangeError('anomaly-alert has 2 replicas; 1 may run, as it acts by itself'),
  );
});
