import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClaim, anUnscheduled, aWorkload, clusterOf, mounting } from '../../testing/waiting-objects';
import { claimTerminating } from './claim-terminating';

const deleted = aClaim(
  'data',
  {},
  { metadata: { deletionTimestamp: '2026-11-23T06:30:00Z' }, status: { phase: 'Bound' } },
);

test('a deleted claim that a Pod waits for is told with the Pod that has it', () => {
  const message = '0/1 nodes are available: persistentvolumeclaim "data" is being deleted.';
  const waiting = anUnscheduled(message, { name: 'api', podSpec: mounting('data') });
  const running = aWorkload({ podSpec: mounting('data') });

  expect(claimTerminating.ask(clusterOf(deleted, waiting, running), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'PersistentVolumeClaim/znyw-prod/data',
      cause: {
        en: 'the claim was deleted at 2026-11-23T06:30:00Z and ends as soon as no Pod uses it; no new Pod can, and Pod/znyw-prod/web-5d4f8c7b9d-x2x4z still does',
      },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('as long as its Pod runs on it is a warning, and without any user nothing', () => {
  const running = aWorkload({ podSpec: mounting('data') });

  expect(claimTerminating.ask(clusterOf(deleted, running), NOTHING_EXPECTED)).toMatchObject([{ severity: 'warning' }]);
  expect(claimTerminating.ask(clusterOf(deleted), NOTHING_EXPECTED)).toEqual([]);
});
