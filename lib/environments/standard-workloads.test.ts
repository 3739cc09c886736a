import { cpuMillis, cpuQuantity, sizeQuantity, wholeMebibytes } from '../platform/container-size';
import type { WorkloadSettings } from '../platform/workload-settings';
import { standardStores, standardWorkloads } from './standard-workloads';

const settings: readonly (readonly [string, WorkloadSettings])[] = Object.entries(standardWorkloads);

test.each([
  ['focus-nginx', 2, '50m/64Mi', '300m/128Mi'],
  ['focus-web', 1, '600m/1792Mi', '2/2560Mi'],
  ['focus-mysql', 1, '300m/1536Mi', '1/1536Mi'],
  ['focus-redis', 1, '100m/512Mi', '500m/512Mi'],
  ['anomaly-nginx', 2, '50m/64Mi', '300m/128Mi'],
  ['anomaly-query-api', 2, '200m/768Mi', '1/1Gi'],
  ['anomaly-config-api', 2, '150m/512Mi', '800m/768Mi'],
  ['anomaly-kpi-discovery', 1, '100m/512Mi', '500m/512Mi'],
  ['anomaly-alert', 1, '150m/512Mi', '800m/768Mi'],
  ['anomaly-stream-volume', 1, '350m/1408Mi', '1200m/1664Mi'],
  ['anomaly-stream-latency', 1, '350m/1408Mi', '1200m/1664Mi'],
  ['anomaly-stream-success-rate', 1, '350m/1408Mi', '1200m/1664Mi'],
  ['anomaly-stream-response-rate', 1, '350m/1408Mi', '1200m/1664Mi'],
  ['anomaly-stream-host', 1, '350m/1408Mi', '1200m/1664Mi'],
  ['anomaly-locate-api', 1, '400m/1664Mi', '1500m/2Gi'],
  ['anomaly-train-api', 1, '400m/2Gi', '2/2560Mi'],
  ['anomaly-autotrin', 1, '50m/256Mi', '300m/256Mi'],
  ['anomaly-influx', 1, '800m/4Gi', '2500m/4Gi'],
  ['anomaly-mongo', 1, '500m/3Gi', '2/3Gi'],
])('%s has %d replicas, each with a request of %s and a limit of %s', (name, replicas, request, limit) => {
  const [, found] = settings.find(([workload]) => workload === name) ?? [];

  expect(found?.replicas ?? 1).toBe(replicas);
  expect(found && `${cpuQuantity(found.cpu.request)}/${sizeQuantity(found.memory.request)}`).toBe(request);
  expect(found && `${cpuQuantity(found.cpu.limit)}/${sizeQuantity(found.memory.limit)}`).toBe(limit);
});

test('all nineteen together request 6.05 CPU and 25.25 Gi, as the docs say', () => {
  const sum = (amount: (of: WorkloadSettings) => number) =>
    settings.reduce((total, [, one]) => total + amount(one) * (one.replicas ?? 1), 0);

  expect(settings.length).toBe(19);
  expect(sum(({ cpu }) => cpuMillis(cpu.request))).toBe(6050);
  expect(sum(({ memory }) => wholeMebibytes(memory.request)) / 1024).toBe(25.25);
});

test('no two backups start within a quarter of an hour, so that one at a time loads the storage', () => {
  const minutes = Object.values(standardStores).map(({ backup }) => {
    const [minute, hour] = backup.schedule.split(' ').map(Number);
    return (hour ?? 0) * 60 + (minute ?? 0);
  });

  const sorted = minutes.sort((a, b) => a - b);
  for (const [index, minute] of sorted.slice(1).entries()) {
    expect(minute - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(15);
  }
});

test.each(Object.entries(standardStores))('the claim for backups of %s holds twice its data', (_name, store) => {
  expect(wholeMebibytes(store.backup.storage)).toBeGreaterThanOrEqual(2 * wholeMebibytes(store.storage));
});
