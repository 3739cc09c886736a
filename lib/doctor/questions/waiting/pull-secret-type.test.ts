import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, aSecret, clusterOf } from '../../testing/waiting-objects';
import { pullSecretType } from './pull-secret-type';

test('a Secret of a type that is not read is told with its type', () => {
  const cluster = clusterOf(anUnpulled('401 Unauthorized'), aSecret('dtr-pull', 'Opaque', ['password']));

  expect(pullSecretType.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Secret/znyw-prod/dtr-pull',
      cause: { en: expect.stringContaining('the pull Secret "dtr-pull" is of type Opaque') },
      evidence: ['type of Secret/dtr-pull: Opaque', expect.anything(), expect.anything()],
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test.each(['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg'])('%s is read', (type) => {
  const cluster = clusterOf(anUnpulled('401 Unauthorized'), aSecret('dtr-pull', type));

  expect(pullSecretType.ask(cluster, NOTHING_EXPECTED)).toEqual([]);
});
