import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { cronJobNeverScheduled } from './cron-job-never-scheduled';

const causes = (...objects: readonly JsonObject[]) =>
  cronJobNeverScheduled.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test.each([
  [
    { schedule: '0 0 30 2 *' },
    'CronJob/backup never runs: the schedule "0 0 30 2 *" names a day that its month does not have',
  ],
  [
    { schedule: '0 0 31 4,6 *' },
    'CronJob/backup never runs: the schedule "0 0 31 4,6 *" names a day that its month does not have',
  ],
  [{ schedule: '0 25 * * *' }, 'CronJob/backup never runs: the schedule "0 25 * * *" hour is 25; 0 to 23 are allowed'],
  [
    { schedule: '0 2 * * *', timeZone: 'Asia/Peking' },
    'CronJob/backup never runs: the time zone "Asia/Peking" is not known',
  ],
  [
    { schedule: '0 2 * * *', startingDeadlineSeconds: 5 },
    'CronJob/backup never runs: startingDeadlineSeconds is 5, and the controller needs up to 10 to notice that a run is due',
  ],
])('%j never runs', (spec, cause) => {
  expect(causes(aCronJob(spec))).toEqual([cause]);
});

test.each([
  { schedule: '0 0 29 2 *' },
  { schedule: '0 0 30 2 1' },
  { schedule: '0 0 31 1,2 *' },
  { schedule: 'TZ=Asia/Shanghai 0 2 * * *' },
  { schedule: '@daily', timeZone: 'Asia/Shanghai', startingDeadlineSeconds: 600 },
  { schedule: '0 0 30 2 *', suspend: true },
])('%j runs some day, or is not meant to', (spec) => {
  expect(causes(aCronJob(spec))).toEqual([]);
});

test('what the controller says of a schedule counts where nothing else is found', () => {
  const cronJob = aCronJob({ schedule: '0 2 * * *' });
  const event = anEvent(
    cronJob,
    'UnknownTimeZone',
    'invalid timeZone: "Asia/Shanghai": unknown time zone Asia/Shanghai',
  );

  const [symptom] = cronJobNeverScheduled.ask(aCluster([cronJob, event]), NOTHING_EXPECTED);

  expect(symptom?.property).toBe('spec.timeZone');
  expect(symptom?.cause.zh).toBe(
    'CronJob/backup 永远不会运行：invalid timeZone: "Asia/Shanghai": unknown time zone Asia/Shanghai',
  );
});

function aCronJob(spec: JsonObject, status: JsonObject = {}): JsonObject {
  return aClusterObject('batch/v1', 'CronJob', { name: 'backup', spec, status });
}
