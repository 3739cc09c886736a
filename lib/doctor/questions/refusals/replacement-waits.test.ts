import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aDeployment, aPod, aReplicaSet, aStatefulSet } from '../../testing/cluster-workloads';
import { replacementWaits } from './replacement-waits';

const causes = (...objects: readonly JsonObject[]) =>
  replacementWaits.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('a Deployment with Recreate waits for a Pod that does not go, and one that may surge does not', () => {
  const metadata = { deletionTimestamp: '2026-11-23T06:30:00Z' };
  const recreate = aDeployment({ spec: { strategy: { type: 'Recreate' } } });
  const replicaSet = aReplicaSet(recreate);
  const leaving = aPod(replicaSet, { metadata });

  expect(causes(recreate, replicaSet, leaving)).toEqual([
    'Deployment/web makes no new Pod before Pod/web-5d4f8c7b9d-x2x4z is gone, which should have ended by 2026-11-23T06:30:00Z on vm-1',
  ]);
  expect(causes(aDeployment(), replicaSet, leaving)).toEqual([]);
});

test('a Pod within its grace period is a warning at most', () => {
  const set = aStatefulSet();
  const leaving = aPod(set, { name: 'web-0', metadata: { deletionTimestamp: '2026-11-23T07:00:30Z' } });

  expect(replacementWaits.ask(aCluster([set, leaving]), NOTHING_EXPECTED)).toMatchObject([{ severity: 'warning' }]);
});
