import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anExpectation } from '../../testing/a-cluster';
import { aClaim, anUnscheduled, clusterOf, mounting } from '../../testing/waiting-objects';
import { claimMissing } from './claim-missing';

const missing = (claim: string, name = 'web') =>
  anUnscheduled(`0/2 nodes are available: persistentvolumeclaim "${claim}" not found.`, {
    name,
    podSpec: mounting(claim),
  });

test('a claim that is there under a name that is near is the fault of the workload', () => {
  expect(claimMissing.ask(clusterOf(missing('web-dta'), aClaim('web-data')), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'its Pods mount the claim "web-dta", which is not there; the nearest that is: "web-data"' },
      property: 'spec.template.spec.volumes[data].persistentVolumeClaim.claimName',
    },
  ]);
});

test('a claim that was published and is gone is the fault itself, once for all that wait', () => {
  const cluster = clusterOf(missing('web-data'), missing('web-data', 'api'), aClaim('web-dat'));

  expect(claimMissing.ask(cluster, anExpectation([aClaim('web-data')]))).toMatchObject([
    {
      object: 'PersistentVolumeClaim/znyw-prod/web-data',
      cause: { en: 'the claim "web-data" is not there, and Pods wait for it; dist/ has it' },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('another claim of the same workload is not what was meant', () => {
  expect(claimMissing.ask(clusterOf(missing('web-data'), aClaim('web-backup')), NOTHING_EXPECTED)).toMatchObject([
    { object: 'PersistentVolumeClaim/znyw-prod/web-data' },
  ]);
});

test('a claim that has been made since is no finding', () => {
  expect(claimMissing.ask(clusterOf(missing('data'), aClaim('data')), NOTHING_EXPECTED)).toEqual([]);
});
