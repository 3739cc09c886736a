import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anExpectation } from '../../testing/a-cluster';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { registryUnreachable } from './registry-unreachable';

test.each([
  ['dial tcp: lookup dtr.corp: no such host', 'its name is unknown to DNS'],
  ['dial tcp 10.0.0.9:443: connect: connection refused', 'nothing listens on its port'],
  ['dial tcp 10.0.0.9:443: connect: no route to host', 'there is no route to it'],
  ['dial tcp 10.0.0.9:443: i/o timeout', 'it does not answer in time'],
  ['unexpected HTTP status: 503 Service Unavailable', 'it answers with an error of its own'],
])('%s: %s', (said, words) => {
  const cluster = clusterOf(anUnpulled(said), anUnpulled(said, { name: 'api' }));

  expect(registryUnreachable.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/api',
      cause: {
        en: `the registry dtr.corp cannot be reached from the nodes: ${words}; 2 workloads wait for its images`,
      },
      explains: ['Deployment/znyw-prod/web'],
    },
  ]);
});

test('a host that is nearly that of the project is told as a slip', () => {
  const registry = { host: 'dtr.corps', organisation: 'znyw', pullSecret: 'dtr-pull' };

  const [symptom] = registryUnreachable.ask(clusterOf(anUnpulled('no such host')), anExpectation([], { registry }));

  expect(symptom?.cause.en).toContain('meant is probably dtr.corps, the registry of the project');
});

test('two registries are two findings', () => {
  const other = anUnpulled('no such host', { name: 'api', image: 'dtr.other/znyw/api:1' });

  expect(registryUnreachable.ask(clusterOf(anUnpulled('no such host'), other), NOTHING_EXPECTED)).toHaveLength(2);
});
