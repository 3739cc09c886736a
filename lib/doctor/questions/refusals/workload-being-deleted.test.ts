import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aDeployment, aPod, aReplicaSet } from '../../testing/cluster-workloads';
import { workloadBeingDeleted } from './workload-being-deleted';

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  workloadBeingDeleted.ask(aCluster(objects), published.length === 0 ? NOTHING_EXPECTED : anExpectation(published));

const causes = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  ask(objects, published).map(({ cause }) => cause.en);

test('a workload that is deleted and held is told with what holds it; its Pods are not', () => {
  const deletion = { deletionTimestamp: '2026-11-23T06:30:00Z' };
  const deployment = aDeployment({ metadata: { ...deletion, finalizers: ['bank/hold'] } });
  const replicaSet = aReplicaSet(deployment, { metadata: deletion });

  expect(causes([deployment, replicaSet, aPod(replicaSet, { metadata: deletion })])).toEqual([
    'Deployment/web has been deleted at 2026-11-23T06:30:00Z and is held by bank/hold: nothing more is created for it',
  ]);
});
