import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { aClaim, anUnscheduled, clusterOf, clusterWith, mounting } from '../../testing/waiting-objects';
import { storageClassMissing } from './storage-class-missing';

const claim = aClaim('data', { storageClassName: 'distrbuted-block' });
const block = aClusterObject('storage.k8s.io/v1', 'StorageClass', { name: 'distributed-block', namespace: '' });
const event = anEvent(claim, 'ProvisioningFailed', 'storageclass.storage.k8s.io "distrbuted-block" not found');
const pods = anUnscheduled('0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.', {
  podSpec: mounting('data'),
});

test('a class that is not there is the fault of the claim, and explains the workload', () => {
  expect(storageClassMissing.ask(clusterOf(claim, block, event, pods), NOTHING_EXPECTED)).toEqual([
    {
      object: 'PersistentVolumeClaim/znyw-prod/data',
      cause: {
        en: 'the claim asks for StorageClass "distrbuted-block", which the cluster does not have; there are: distributed-block',
        zh: '该 PersistentVolumeClaim 引用的 StorageClass "distrbuted-block" 在集群中不存在；现有：distributed-block',
      },
      evidence: [
        'event ProvisioningFailed on PersistentVolumeClaim/data: storageclass.storage.k8s.io "distrbuted-block" not found',
        'status.phase of PersistentVolumeClaim/data: Pending',
      ],
      remedy: {
        en: 'Set storageClassName to "distributed-block"; a claim cannot be changed, so delete it and apply it again.',
        zh: '把 storageClassName 改为 "distributed-block"；已创建的 PersistentVolumeClaim 不能修改该字段，需删除后重新 apply。',
      },
      property: 'spec.storageClassName',
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('where classes cannot be read the event tells it, and nothing else does', () => {
  const unread = { unread: { storageclasses: 'forbidden' } };

  expect(storageClassMissing.ask(clusterWith(unread, claim, event, pods), NOTHING_EXPECTED)).toHaveLength(1);
  expect(storageClassMissing.ask(clusterWith(unread, claim, pods), NOTHING_EXPECTED)).toEqual([]);
});

test('a claim that nobody uses is a warning', () => {
  expect(storageClassMissing.ask(clusterOf(claim, event), NOTHING_EXPECTED)).toMatchObject([{ severity: 'warning' }]);
});

test('a claim that is bound by now is no finding', () => {
  const bound = { ...claim, status: { phase: 'Bound' } };

  expect(storageClassMissing.ask(clusterOf(bound, event, pods), NOTHING_EXPECTED)).toEqual([]);
});
