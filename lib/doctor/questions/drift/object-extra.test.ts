import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aDeployment, aPod, aReplicaSet, aStatefulSet } from '../../testing/cluster-workloads';
import { objectExtra } from './object-extra';

const OURS = { labels: { 'app.kubernetes.io/part-of': 'znyw' } };
const published = [aDeployment({ metadata: OURS })];

const extra = (objects: readonly JsonObject[], others: readonly JsonObject[] = []) =>
  objectExtra.ask(aCluster(objects), anExpectation([...published, ...others])).map(({ object }) => object);

test('a workload that nobody published is told, and what belongs to a published one is not', () => {
  const replicaSet = aReplicaSet(aDeployment());
  const old = aDeployment({ name: 'old' });

  expect(extra([...published, replicaSet, aPod(replicaSet), old])).toEqual(['Deployment/znyw-prod/old']);
});

test('of what runs no Pods only that with the project’s label is told', () => {
  const ours = aClusterObject('v1', 'ConfigMap', { name: 'ours', metadata: OURS });
  const root = aClusterObject('v1', 'ConfigMap', { name: 'kube-root-ca.crt' });

  expect(extra([...published, ours, root])).toEqual(['ConfigMap/znyw-prod/ours']);
});

test('a claim that a published StatefulSet makes is its own', () => {
  const set = aStatefulSet({ name: 'mongo', spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] } });
  const claim = aClusterObject('v1', 'PersistentVolumeClaim', { name: 'data-mongo-0', metadata: OURS });
  const orphan = aClusterObject('v1', 'PersistentVolumeClaim', { name: 'data-other-0', metadata: OURS });

  expect(extra([...published, set, claim, orphan], [set])).toEqual(['PersistentVolumeClaim/znyw-prod/data-other-0']);
});

test('where it is not known what was published, nothing is extra', () => {
  expect(objectExtra.ask(aCluster([aDeployment()]), NOTHING_EXPECTED)).toEqual([]);
});
