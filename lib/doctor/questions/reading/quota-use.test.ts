import { aClusterObject } from '../../testing/cluster-objects';
import { quotaEvidence, quotaResource, quotaUses } from './quota-use';

test.each([
  ['requests.cpu', '7800m', '7.8'],
  ['limits.cpu', '8', '8'],
  ['requests.memory', '512Mi', '512Mi'],
  ['requests.storage', '5Gi', '5Gi'],
  ['ceph-rbd.storageclass.storage.k8s.io/requests.storage', '5Gi', '5Gi'],
  ['ceph-rbd.storageclass.storage.k8s.io/persistentvolumeclaims', '3', '3'],
  ['limits.ephemeral-storage', '1Gi', '1Gi'],
  ['requests.nvidia.com/gpu', '2', '2'],
  ['count/jobs.batch', '1k', '1000'],
  ['pods', '15', '15'],
])('%s of %s is written as %s', (name, value, written) => {
  const { tryParse, format } = quotaResource(name);

  expect(format(tryParse(value) ?? -1)).toBe(written);
});

test('the status counts, and what the controller has not counted yet is 0', () => {
  const quota = { json: aQuota({ hard: { pods: '3' } }, { hard: { pods: '2' }, used: {} }), file: '' };

  expect(quotaUses(quota)).toMatchObject([{ used: 0, hard: 2 }]);
  expect(quotaEvidence(quota, 'pods')).toBe('ResourceQuota/q: pods used 0 of 2');
});

test('a quota whose status is empty is read from its spec, and what is no quantity is left out', () => {
  const quota = { json: aQuota({ hard: { pods: '3', 'requests.cpu': ['x'] } }, {}), file: '' };

  expect(quotaUses(quota)).toMatchObject([{ resource: { name: 'pods' }, used: 0, hard: 3 }]);
});

function aQuota(spec: object, status: object) {
  return aClusterObject('v1', 'ResourceQuota', { name: 'q', spec: { ...spec }, status: { ...status } });
}
