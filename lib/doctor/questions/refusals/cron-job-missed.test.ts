import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { cronJobMissed } from './cron-job-missed';

const causes = (...objects: readonly JsonObject[]) =>
  cronJobMissed.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('a missed run is told, until a later one has started', () => {
  const cronJob = aCronJob(
    { schedule: '0 2 * * *', startingDeadlineSeconds: 60 },
    { lastScheduleTime: '2026-11-22T02:00:00Z' },
  );
  const missed = anEvent(
    cronJob,
    'MissSchedule',
    'Missed scheduled time to start a job: Mon, 23 Nov 2026 02:00:00 UTC',
  );
  const created = anEvent(cronJob, 'SuccessfulCreate', 'Created job backup-1', {
    lastTimestamp: '2026-11-23T06:55:00Z',
  });

  expect(causes(cronJob, missed)).toEqual([
    'CronJob/backup (0 2 * * *) has missed runs: the last was started at 2026-11-22T02:00:00Z, with startingDeadlineSeconds 60',
  ]);
  expect(causes(cronJob, missed, created)).toEqual([]);
});

test('a daily run that nobody has started for two days is missed without an event', () => {
  const daily = { schedule: '0 2 * * *' };

  expect(causes(aCronJob(daily, { lastScheduleTime: '2026-11-20T02:00:00Z' }))).toHaveLength(1);
  expect(causes(aCronJob(daily, { lastScheduleTime: '2026-11-22T02:00:00Z' }))).toEqual([]);
  expect(causes(aCronJob({ schedule: '0 2 * * 1' }, { lastScheduleTime: '2026-11-01T02:00:00Z' }))).toEqual([]);
});

function aCronJob(spec: JsonObject, status: JsonObject = {}): JsonObject {
  return aClusterObject('batch/v1', 'CronJob', { name: 'backup', spec, status });
}
