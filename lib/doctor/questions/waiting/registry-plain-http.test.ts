import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { registryPlainHttp } from './registry-plain-http';

const SAID = 'http: server gave HTTP response to HTTPS client';

test('a fault of the registry is one finding, however many workloads wait', () => {
  const cluster = clusterOf(anUnpulled(SAID), anUnpulled(SAID, { name: 'api' }));

  expect(registryPlainHttp.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/api',
      cause: { en: expect.stringContaining('the registry dtr.corp answers in plain HTTP') },
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('another fault is not meant', () => {
  expect(registryPlainHttp.ask(clusterOf(anUnpulled('manifest unknown')), NOTHING_EXPECTED)).toEqual([]);
});
