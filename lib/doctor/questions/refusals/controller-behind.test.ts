import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aDeployment, aStatefulSet } from '../../testing/cluster-workloads';
import { controllerBehind } from './controller-behind';

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  controllerBehind.ask(aCluster(objects), published.length === 0 ? NOTHING_EXPECTED : anExpectation(published));

const causes = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  ask(objects, published).map(({ cause }) => cause.en);

test('a controller that has not seen the last change is behind, and many of them are one finding', () => {
  const behind = ['a', 'b'].map((name) => aDeployment({ name, metadata: { generation: 2 } }));

  expect(causes(behind.slice(0, 1))).toEqual([
    'no controller has dealt with the present state of Deployment/a: generation 2, observed 1',
  ]);
  expect(ask(behind)).toMatchObject([
    { object: 'Namespace//znyw-prod', explains: ['Deployment/znyw-prod/a', 'Deployment/znyw-prod/b'] },
  ]);
});

test('a controller that could not make its ReplicaSet is not behind, nor is one that has seen everything', () => {
  const conditions = [{ type: 'Progressing', status: 'False', reason: 'ReplicaSetCreateError' }];
  const status = { observedGeneration: 0, conditions };

  expect(causes([aDeployment({ status }), aStatefulSet()])).toEqual([]);
});
