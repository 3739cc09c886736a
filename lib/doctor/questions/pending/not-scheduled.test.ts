import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClaim, anUnscheduled, clusterOf, clusterWith, mounting } from '../../testing/waiting-objects';
import { notScheduled } from './not-scheduled';

test('words of the scheduler that no question knows are handed on', () => {
  const cluster = clusterOf(anUnscheduled('0/2 nodes are available: 2 node(s) are purple.'));

  expect(notScheduled.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'one of its Pods has no node; the scheduler says: node(s) are purple' },
    },
  ]);
});

test('claims that could not be read are named', () => {
  const message = '0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.';
  const pods = anUnscheduled(message, { podSpec: mounting('data') });

  const cluster = clusterWith({ unread: { persistentvolumeclaims: 'forbidden' } }, pods);

  expect(notScheduled.ask(cluster, NOTHING_EXPECTED)[0]?.cause.en).toContain('(claims: data)');
});

test('what a claim explains is left to the question about the claim', () => {
  const message = '0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.';
  const cluster = clusterOf(anUnscheduled(message, { podSpec: mounting('data') }), aClaim('data'));

  expect(notScheduled.ask(cluster, NOTHING_EXPECTED)).toEqual([]);
});
