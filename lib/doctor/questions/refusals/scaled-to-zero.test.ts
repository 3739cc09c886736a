import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aController, aDeployment, aReplicaSet, aStatefulSet } from '../../testing/cluster-workloads';
import { scaledToZero } from './scaled-to-zero';

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  scaledToZero.ask(aCluster(objects), published.length === 0 ? NOTHING_EXPECTED : anExpectation(published));

const causes = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  ask(objects, published).map(({ cause }) => cause.en);

test('a Deployment without Pods that was published with one is scaled to zero', () => {
  expect(causes([aDeployment({ replicas: 0 })], [aDeployment({ replicas: 2 })])).toEqual([
    'Deployment/web asks for 0 Pods (spec.replicas: 0); 2 were published',
  ]);
});

test('what is published without Pods, or stopped by the program, is meant', () => {
  const stopped = { annotations: { 'znyw/stopped': 'true' } };

  expect(causes([aDeployment({ replicas: 0 })], [aDeployment({ replicas: 0 })])).toEqual([]);
  expect(causes([aDeployment({ replicas: 0, metadata: stopped })])).toEqual([]);
});

test('the ReplicaSet of an old revision, and a Job that is done, are not scaled to zero', () => {
  const deployment = aDeployment();
  const done = aController('batch/v1', 'Job', {
    spec: { parallelism: 0 },
    status: { conditions: [{ type: 'Complete', status: 'True' }] },
  });

  expect(causes([deployment, aReplicaSet(deployment, { spec: { replicas: 0 } }), done])).toEqual([]);
});

test('an unpublished workload without Pods is a warning where it is known what was published', () => {
  const symptoms = ask([aStatefulSet({ name: 'old', replicas: 0 })], [aDeployment()]);

  expect(symptoms).toMatchObject([{ object: 'StatefulSet/znyw-prod/old', severity: 'warning' }]);
});
