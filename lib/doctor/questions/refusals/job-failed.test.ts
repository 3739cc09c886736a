import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { jobFailed } from './job-failed';

const causes = (...objects: readonly JsonObject[]) =>
  jobFailed.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('of the Jobs of a CronJob only the last one counts', () => {
  const cronJob = aCronJob({ schedule: '@daily' });
  const failed = aJob('backup-1', cronJob, [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }]);
  const later = aJob('backup-2', cronJob, [{ type: 'Complete', status: 'True' }], '2026-11-23T06:30:00Z');

  expect(causes(cronJob, failed)).toEqual([
    'Job/backup-1 has given up: BackoffLimitExceeded, 2 failed Pods, backoffLimit 1',
  ]);
  expect(causes(cronJob, failed, later)).toEqual([]);
});

function aCronJob(spec: JsonObject, status: JsonObject = {}): JsonObject {
  return aClusterObject('batch/v1', 'CronJob', { name: 'backup', spec, status });
}

function aJob(name: string, owner: JsonObject, conditions: readonly JsonObject[], made?: string): JsonObject {
  const metadata = made === undefined ? {} : { creationTimestamp: made };
  return aClusterObject('batch/v1', 'Job', {
    name,
    owner,
    metadata,
    spec: { backoffLimit: 1 },
    status: { failed: 2, conditions },
  });
}
