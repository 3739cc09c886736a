import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aNode, anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { nodeCordoned } from './node-cordoned';

const MESSAGE = '0/1 nodes are available: 1 node(s) were unschedulable.';

test('a cordoned node is one finding for all the workloads that wait for it', () => {
  const node = aNode('vm-1', { spec: { unschedulable: true } });
  const cluster = clusterOf(node, anUnscheduled(MESSAGE, { name: 'api' }), anUnscheduled(MESSAGE));

  expect(nodeCordoned.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Node//vm-1',
      cause: { en: 'vm-1 is cordoned (spec.unschedulable), so that Pods of 2 workloads find no node' },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('where nodes cannot be read it is about the first workload, which explains the others', () => {
  const cluster = clusterOf(anUnscheduled(MESSAGE, { name: 'api' }), anUnscheduled(MESSAGE));

  expect(nodeCordoned.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    { object: 'Deployment/znyw-prod/api', explains: ['Deployment/znyw-prod/web'] },
  ]);
});

test('a cordoned node that nobody waits for is no finding', () => {
  expect(nodeCordoned.ask(clusterOf(aNode('vm-1', { spec: { unschedulable: true } })), NOTHING_EXPECTED)).toEqual([]);
});
