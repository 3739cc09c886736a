import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClusterObject } from '../../testing/cluster-objects';
import { aClaim, aWorkload, clusterOf, mounting } from '../../testing/waiting-objects';
import { storageClassNotNamed } from './storage-class-not-named';

const storageClass = (name: string, annotations = {}) =>
  aClusterObject('storage.k8s.io/v1', 'StorageClass', { name, namespace: '', metadata: { annotations } });
const pods = aWorkload({ podSpec: mounting('data') });

test('a claim without a class waits where the cluster has no default one', () => {
  const cluster = clusterOf(aClaim('data'), storageClass('distributed-block'), pods);

  expect(storageClassNotNamed.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'PersistentVolumeClaim/znyw-prod/data',
      cause: {
        en: 'the claim names no StorageClass, and the cluster has no default one; there are: distributed-block',
      },
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('with a default class, or an empty one written, it is not this', () => {
  const byDefault = storageClass('x', { 'storageclass.kubernetes.io/is-default-class': 'true' });

  expect(storageClassNotNamed.ask(clusterOf(aClaim('data'), byDefault, pods), NOTHING_EXPECTED)).toEqual([]);
  expect(storageClassNotNamed.ask(clusterOf(aClaim('data', { storageClassName: '' }), pods), NOTHING_EXPECTED)).toEqual(
    [],
  );
});
