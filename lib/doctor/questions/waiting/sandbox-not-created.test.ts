import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aNode, aWaiting, clusterOf } from '../../testing/waiting-objects';
import { sandboxNotCreated } from './sandbox-not-created';

const failing = (said: string, name = 'web') =>
  aWaiting('ContainerCreating', '', {
    name,
    events: [['FailedCreatePodSandBox', `Failed to create pod sandbox: ${said}`]],
  });

test('a node that sets up none of its Pods is at fault for all of them', () => {
  const said = 'failed to setup network for sandbox "1": plugin type="calico" failed (add): stat nodename';
  const cluster = clusterOf(aNode('vm-1'), failing(said), failing(said, 'api'));

  expect(sandboxNotCreated.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Node//vm-1',
      cause: { en: 'node vm-1 cannot set up the Pods of 2 workloads: its network plugin does not work' },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test.each([
  ['plugin type="host-local" failed: no IP addresses available in range set', 'no address is left for Pods on it'],
  ['failed to get sandbox image "pause:3.9": failed to pull image', 'the pause image of the runtime cannot be pulled'],
  ['no runtime for "kata" is configured', 'it has no runtime of the RuntimeClass'],
  ['something new', 'its runtime does not set Pods up'],
])('%s: %s', (said, mean) => {
  const [symptom] = sandboxNotCreated.ask(clusterOf(aNode('vm-1'), failing(said)), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toBe(`node vm-1 cannot set up the Pods of 1 workload: ${mean}`);
  expect(symptom?.object).toBe('Deployment/znyw-prod/web');
});
