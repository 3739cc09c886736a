import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { registryCertificate } from './registry-certificate';

const SAID = 'x509: certificate signed by unknown authority';

test('a fault of the registry is one finding, however many workloads wait', () => {
  const cluster = clusterOf(anUnpulled(SAID), anUnpulled(SAID, { name: 'api' }));

  expect(registryCertificate.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/api',
      cause: { en: expect.stringContaining('the registry dtr.corp shows a certificate that the nodes do not trust') },
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('another fault is not meant', () => {
  expect(registryCertificate.ask(clusterOf(anUnpulled('manifest unknown')), NOTHING_EXPECTED)).toEqual([]);
});
