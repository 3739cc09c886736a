import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod } from '../../testing/cluster-workloads';
import { aNode, anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { podCountFull } from './pod-count-full';

test('nodes that run all the Pods they may are told with both numbers', () => {
  const node = aNode('vm-1', { status: { allocatable: { cpu: '4', memory: '16Gi', pods: '1' } } });
  const pods = anUnscheduled('0/1 nodes are available: 1 Too many pods.');

  expect(podCountFull.ask(clusterOf(node, aPod(undefined, { name: 'other' }), pods), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'one of its Pods has no node: the nodes run as many Pods as they may (seen: vm-1 1/1)' },
    },
  ]);
});
