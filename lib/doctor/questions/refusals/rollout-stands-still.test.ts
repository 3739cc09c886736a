import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aDeployment } from '../../testing/cluster-workloads';
import { rolloutStandsStill } from './rollout-stands-still';

const causes = (...objects: readonly JsonObject[]) =>
  rolloutStandsStill.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('a rollout past its deadline is told with its bounds', () => {
  const conditions = [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }];
  const deployment = aDeployment({ replicas: 2, status: { conditions, updatedReplicas: 1, availableReplicas: 2 } });

  expect(causes(deployment)).toEqual([
    'the rollout of Deployment/web has not moved for 600 s: 1 of 2 Pods are new, 2 available (maxSurge 1, maxUnavailable 0)',
  ]);
  expect(causes(aDeployment())).toEqual([]);
});
