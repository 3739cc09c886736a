import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { aClaim, aWorkload, clusterOf, clusterWith, mounting } from '../../testing/waiting-objects';
import { volumeNotProvisioned } from './volume-not-provisioned';

const block = aClusterObject('storage.k8s.io/v1', 'StorageClass', {
  name: 'block',
  namespace: '',
  rest: { provisioner: 'rbd.csi.ceph.com' },
});
const claim = aClaim('data', { storageClassName: 'block' });
const pods = aWorkload({ podSpec: mounting('data') });

test('what the storage says is told', () => {
  const event = anEvent(claim, 'ProvisioningFailed', 'rpc error: code = ResourceExhausted desc = pool is full');

  expect(volumeNotProvisioned.ask(clusterOf(block, claim, event, pods), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'PersistentVolumeClaim/znyw-prod/data',
      cause: {
        en: 'the storage of class "block" (rbd.csi.ceph.com) refuses to make the volume: rpc error: code = ResourceExhausted desc = pool is full',
      },
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('storage that says nothing is an error after a while, and a warning before', () => {
  const event = anEvent(claim, 'ExternalProvisioning', 'waiting for a volume to be created', { type: 'Normal' });
  const [symptom] = volumeNotProvisioned.ask(clusterOf(block, claim, event, pods), NOTHING_EXPECTED);
  const soon = clusterWith({ readAt: '2026-11-23T06:00:20Z' }, block, claim, event, pods);

  expect(symptom?.cause.en).toContain('has waited 3600 s for a volume of class "block" (rbd.csi.ceph.com)');
  expect(volumeNotProvisioned.ask(soon, NOTHING_EXPECTED)).toMatchObject([
    { severity: 'warning', cause: { en: expect.stringContaining('has waited 20 s for a volume') } },
  ]);
});

test('a claim that waits for its first Pod is well', () => {
  const event = anEvent(claim, 'WaitForFirstConsumer', 'waiting for first consumer', { type: 'Normal' });

  expect(volumeNotProvisioned.ask(clusterOf(block, claim, event), NOTHING_EXPECTED)).toEqual([]);
});

test('a failure counts although the claim waits for its Pod again', () => {
  const failed = anEvent(claim, 'ProvisioningFailed', 'no space', { lastTimestamp: '2026-11-23T06:49:00Z' });
  const waits = anEvent(claim, 'WaitForFirstConsumer', 'waiting', { type: 'Normal' });

  expect(volumeNotProvisioned.ask(clusterOf(block, claim, failed, waits, pods), NOTHING_EXPECTED)).toHaveLength(1);
});
