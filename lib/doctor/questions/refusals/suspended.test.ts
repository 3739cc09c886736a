import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { suspended } from './suspended';

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  suspended.ask(aCluster(objects), published.length === 0 ? NOTHING_EXPECTED : anExpectation(published));

const causes = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  ask(objects, published).map(({ cause }) => cause.en);

test('a CronJob that is suspended by hand is told, and one that is published so is not', () => {
  const cronJob = aClusterObject('batch/v1', 'CronJob', {
    name: 'backup',
    spec: { suspend: true },
    status: { lastScheduleTime: '2026-11-20T02:00:00Z' },
  });

  expect(causes([cronJob])).toEqual([
    'CronJob/backup is suspended (spec.suspend: true): it creates no Job, the last one at 2026-11-20T02:00:00Z',
  ]);
  expect(causes([cronJob], [cronJob])).toEqual([]);
});
