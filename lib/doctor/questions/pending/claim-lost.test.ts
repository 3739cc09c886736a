import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClaim, anUnscheduled, aWorkload, clusterOf, mounting } from '../../testing/waiting-objects';
import { claimLost } from './claim-lost';

test('a claim whose volume is gone is told with the volume', () => {
  const claim = aClaim('data', { volumeName: 'pv-1' }, { status: { phase: 'Lost' } });

  expect(claimLost.ask(clusterOf(claim, aWorkload({ podSpec: mounting('data') })), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'PersistentVolumeClaim/znyw-prod/data',
      cause: { en: expect.stringContaining('the claim is bound to the volume "pv-1", which is not there any more') },
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('the scheduler may notice it first', () => {
  const message =
    '0/1 nodes are available: persistentvolumeclaim "data" bound to non-existent persistentvolume "pv-1".';
  const bound = aClaim('data', {}, { status: { phase: 'Bound' } });
  const cluster = clusterOf(bound, anUnscheduled(message, { podSpec: mounting('data') }));

  expect(claimLost.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    { object: 'PersistentVolumeClaim/znyw-prod/data', explains: ['Deployment/znyw-prod/web'] },
  ]);
});
