import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod, aRunningContainer } from '../../testing/cluster-workloads';
import { anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { hostPortTaken } from './host-port-taken';

const containers = [aRunningContainer('web', { ports: [{ containerPort: 80, hostPort: 8080 }] })];
const pods = anUnscheduled("0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.", {
  containers,
});

test('a host port is told with the Pod that has it', () => {
  const holder = aPod(undefined, { name: 'holder', spec: { containers } });
  const ended = aPod(undefined, { name: 'ended', spec: { containers }, status: { phase: 'Succeeded' } });

  expect(hostPortTaken.ask(clusterOf(pods, holder, ended), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'one of its Pods has no node: it asks for host port 8080/TCP, which is taken on the nodes by holder on vm-1',
      },
    },
  ]);
});

test('who has it may be out of sight', () => {
  expect(hostPortTaken.ask(clusterOf(pods), NOTHING_EXPECTED)[0]?.cause.en).toContain('taken on the nodes');
});
