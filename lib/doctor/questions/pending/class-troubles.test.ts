import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClaim, aWorkload, clusterOf, mounting } from '../../testing/waiting-objects';
import { storageClassMissing } from './storage-class-missing';

test('claims of one class that is not there are one finding, which explains the other claims and all that wait', () => {
  const claims = ['b', 'a', 'c'].map((name) => aClaim(name, { storageClassName: 'gone' }));
  const other = aClaim('d', { storageClassName: 'lost' });
  const cluster = clusterOf(claims, other, aWorkload({ podSpec: mounting('b') }));

  expect(storageClassMissing.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'PersistentVolumeClaim/znyw-prod/a',
      cause: {
        en: 'the claim asks for StorageClass "gone", which the cluster does not have; so do 2 more claims',
      },
      explains: ['Deployment/znyw-prod/web', 'PersistentVolumeClaim/znyw-prod/b', 'PersistentVolumeClaim/znyw-prod/c'],
    },
    { object: 'PersistentVolumeClaim/znyw-prod/d', severity: 'warning' },
  ]);
});
