import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { registryRateLimit } from './registry-rate-limit';

const SAID = 'toomanyrequests: You have reached your pull rate limit';

test('a fault of the registry is one finding, however many workloads wait', () => {
  const cluster = clusterOf(anUnpulled(SAID), anUnpulled(SAID, { name: 'api' }));

  expect(registryRateLimit.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/api',
      cause: { en: expect.stringContaining('the registry dtr.corp has had too many pulls') },
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('another fault is not meant', () => {
  expect(registryRateLimit.ask(clusterOf(anUnpulled('manifest unknown')), NOTHING_EXPECTED)).toEqual([]);
});
