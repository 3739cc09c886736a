import { anExpectation } from '../../testing/a-cluster';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { pullSecretNotNamed } from './pull-secret-not-named';

const registry = { host: 'dtr.corp', organisation: 'znyw', pullSecret: 'dtr-pull' };
const expected = anExpectation([], { registry });

test('a Pod without a pull Secret is told which one to name', () => {
  const cluster = clusterOf(anUnpulled('no basic auth credentials', { podSpec: {} }));

  expect(pullSecretNotNamed.ask(cluster, expected)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'the Pod names no pull Secret, and dtr.corp refuses "dtr.corp/znyw/web:1.0.0" to strangers' },
      remedy: { en: expect.stringContaining('Name "dtr-pull" in imagePullSecrets') },
      property: 'spec.template.spec.imagePullSecrets',
    },
  ]);
});

test("an image of Docker's registry needs none", () => {
  const cluster = clusterOf(anUnpulled('pull access denied', { podSpec: {}, image: 'ngnix:1' }));

  expect(pullSecretNotNamed.ask(cluster, expected)).toEqual([]);
});
