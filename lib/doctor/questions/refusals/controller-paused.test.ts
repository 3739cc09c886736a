import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aDeployment, aReplicaSet } from '../../testing/cluster-workloads';
import { controllerPaused } from './controller-paused';

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  controllerPaused.ask(aCluster(objects), published.length === 0 ? NOTHING_EXPECTED : anExpectation(published));

const causes = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  ask(objects, published).map(({ cause }) => cause.en);

test('a paused Deployment has no Pods, an unapplied change, or nothing to apply', () => {
  const paused = aDeployment({ spec: { paused: true } });
  const changed = aReplicaSet(paused, { spec: { template: { spec: { containers: [] } } } });

  expect(causes([paused])).toEqual([
    'Deployment/web is paused (spec.paused: true): no ReplicaSet and no Pod is created for it',
  ]);
  expect(causes([paused, changed])).toEqual([
    'Deployment/web is paused (spec.paused: true): its last change is not rolled out, and the Pods are the old ones',
  ]);
  expect(ask([paused, aReplicaSet(paused)])).toMatchObject([{ severity: 'warning' }]);
  expect(causes([paused], [paused])).toEqual([]);
});
