import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { cronJobHeldUp } from './cron-job-held-up';

const causes = (...objects: readonly JsonObject[]) =>
  cronJobHeldUp.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('a Job that does not end holds up its CronJob', () => {
  const status = { active: [{ name: 'backup-1' }], lastScheduleTime: '2026-11-23T06:00:00Z' };
  const cronJob = aCronJob({ schedule: '0 * * * *', concurrencyPolicy: 'Forbid' }, status);
  const event = anEvent(cronJob, 'JobAlreadyActive', 'Not starting job because prior execution is running', {
    type: 'Normal',
  });

  expect(causes(cronJob, event)).toEqual([
    'CronJob/backup starts nothing, because Job/backup-1 of 2026-11-23T06:00:00Z has not ended (concurrencyPolicy Forbid)',
  ]);
  expect(causes(aCronJob({}, { lastScheduleTime: '2026-11-23T06:00:00Z' }), event)).toEqual([]);
});

function aCronJob(spec: JsonObject, status: JsonObject = {}): JsonObject {
  return aClusterObject('batch/v1', 'CronJob', { name: 'backup', spec, status });
}
