import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aController, aDeployment, aPod, aReplicaSet, aStatefulSet } from '../../testing/cluster-workloads';
import { podsNotCreated } from './pods-not-created';

const causes = (...objects: readonly JsonObject[]) =>
  podsNotCreated.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('Pods that are missing without a word are told all the same', () => {
  const deployment = aDeployment({ replicas: 2 });
  const replicaSet = aReplicaSet(deployment);

  expect(causes(deployment, replicaSet, aPod(replicaSet))).toEqual([
    'ReplicaSet/web-5d4f8c7b9d has 1 of 2 Pods, and no event or condition says why',
  ]);
});

test('a StatefulSet whose Pod another owner has is told so', () => {
  expect(causes(aStatefulSet(), aPod(undefined, { name: 'web-0' }))).toEqual([
    'StatefulSet/web cannot make Pod/web-0: a Pod of that name is there which is not its own',
  ]);
});

test('where Pods may not be read, the status counts them', () => {
  const set = aStatefulSet({ replicas: 2 });

  expect(podsNotCreated.ask(aCluster([set], { unread: { pods: '403' } }), NOTHING_EXPECTED)).toEqual([]);
});

test('what ends by itself, or waits its turn, is not missing', () => {
  const ordered = aStatefulSet({ replicas: 3 });
  const done = aController('batch/v1', 'Job', { status: { conditions: [{ type: 'Complete', status: 'True' }] } });
  const suspended = aController('batch/v1', 'Job', { name: 'later', spec: { suspend: true } });
  const retrying = aController('batch/v1', 'Job', { name: 'retry', status: { failed: 1 } });

  expect(causes(ordered, aPod(ordered, { name: 'web-0' }), done, suspended, retrying)).toEqual([]);
});
