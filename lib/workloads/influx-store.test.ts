import { Duration, Size } from 'cdk8s';
import * as fc from 'fast-check';
import { InfluxStore, influxSettings } from './influx-store';
import { theFiles, theObject, theOpenings, theVariables } from './testing/rendered-objects';
import { aStack } from './testing/testing-stack';
import { anInfluxStore } from './testing/testing-stores';
import { TestingWorkload } from './testing/testing-workload';

test.each([
  [4096, '512m'],
  [2048, '256m'],
  [1000, '125m'],
])('of a limit of %d Mi the cache of a shard takes %s', (mebibytes, cache) => {
  expect(influxSettings(Size.mebibytes(mebibytes))['INFLUXDB_DATA_CACHE_MAX_MEMORY_SIZE']).toBe(cache);
});

test('the cache of a shard takes an eighth of the limit, and never more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 65_536 }), (mebibytes) => {
      const cache = Number.parseInt(
        influxSettings(Size.mebibytes(mebibytes))['INFLUXDB_DATA_CACHE_MAX_MEMORY_SIZE'] ?? '',
        10,
      );

      expect(cache * 8).toBeLessThanOrEqual(mebibytes);
      expect((cache + 1) * 8).toBeGreaterThan(mebibytes);
    }),
  );
});

test('the settings follow from the limit in the environment', () => {
  const memory = { request: Size.gibibytes(2), limit: Size.gibibytes(2) };

  const store = anInfluxStore({ workloads: { 'anomaly-influx': { memory } } });

  expect(theVariables(store, 'anomaly-influx')).toMatchObject({ INFLUXDB_DATA_CACHE_MAX_MEMORY_SIZE: '256m' });
});

test('passwords are asked for, and every password of its own is a reference', () => {
  const variables = theVariables(anInfluxStore(), 'anomaly-influx');
  const reference = (user: string) => ({
    secretKeyRef: { name: 'anomaly-influx-credentials', key: `${user}-password` },
  });

  expect(variables).toMatchObject({
    INFLUXDB_HTTP_AUTH_ENABLED: 'true',
    INFLUXDB_ADMIN_USER: 'admin',
    INFLUXDB_ADMIN_PASSWORD: reference('admin'),
    INFLUXDB_READ_USER: 'read',
    INFLUXDB_READ_USER_PASSWORD: reference('read'),
    INFLUXDB_WRITE_USER: 'write',
    INFLUXDB_WRITE_USER_PASSWORD: reference('write'),
  });
});

test.each(['read', 'write'] as const)('a client that wants to %s gets that account', (to) => {
  const stack = aStack();
  const influx = new InfluxStore(stack, 'influx', { database: 'kpi', retention: Duration.days(90) });

  new TestingWorkload(stack, 'alert').connectTo(influx, { to });

  expect(theVariables(stack, 'anomaly-alert')).toEqual({
    INFLUX_URL: 'http://anomaly-influx:8086',
    INFLUX_DATABASE: 'kpi',
    INFLUX_USERNAME: to,
    INFLUX_PASSWORD: { secretKeyRef: { name: 'anomaly-influx-credentials', key: `${to}-password` } },
  });
});

test('the port for backups, which knows no passwords, is open to the backup only', () => {
  const stack = aStack();
  const influx = new InfluxStore(stack, 'influx', { database: 'kpi', retention: Duration.days(90) });

  new TestingWorkload(stack, 'alert').connectTo(influx, { to: 'read' });

  expect(theOpenings(stack, 'anomaly-influx').filter((line) => line.startsWith('in '))).toEqual([
    'in anomaly-alert 8086/TCP',
    'in anomaly-influx-backup 8088/TCP',
  ]);
  expect(theObject(stack, 'Service', 'anomaly-influx').spec).toMatchObject({
    ports: [
      { name: 'http', port: 8086 },
      { name: 'backup', port: 8088 },
    ],
  });
});

test('points are kept for as long as the stack says', () => {
  expect(theFiles(anInfluxStore(), 'anomaly-influx')).toEqual({
    'retention.iql': 'ALTER RETENTION POLICY "autogen" ON "kpi" DURATION 90d SHARD DURATION 1d DEFAULT\n',
  });
});
