import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anEvent } from '../../testing/cluster-objects';
import { aPod } from '../../testing/cluster-workloads';
import { aNode, anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { taintNotTolerated } from './taint-not-tolerated';

const GPU = { taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }] };
const TAINTED = '0/2 nodes are available: 2 node(s) had untolerated taint {dedicated: gpu}.';
const ONE =
  "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint {dedicated: gpu}.";

test('a taint on every node is the fault of the nodes, and one finding for all that wait', () => {
  const nodes = [aNode('vm-1', { spec: GPU }), aNode('vm-2', { spec: GPU })];
  const cluster = clusterOf(nodes, anUnscheduled(TAINTED, { name: 'api' }), anUnscheduled(TAINTED));

  expect(taintNotTolerated.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Node//vm-1',
      cause: {
        en: 'taints on 2 nodes keep the Pods of 2 workloads out, which do not tolerate it: vm-1 dedicated=gpu:NoSchedule, vm-2 dedicated=gpu:NoSchedule',
      },
      remedy: { en: expect.stringContaining('kubectl taint nodes vm-1 vm-2 dedicated-') },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('Pods that select marked nodes lack a toleration', () => {
  const nodes = [aNode('vm-1'), aNode('vm-2', { labels: { gpu: 'yes' }, spec: GPU })];
  const cluster = clusterOf(nodes, anUnscheduled(ONE, { podSpec: { nodeSelector: { gpu: 'yes' } } }));

  expect(taintNotTolerated.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: expect.stringContaining('nodes have a taint that it does not tolerate: vm-2 dedicated=gpu:NoSchedule'),
      },
      property: 'spec.template.spec.tolerations',
    },
  ]);
});

test('a taint is new where a Pod was put on its node not long ago', () => {
  const nodes = [aNode('vm-1'), aNode('vm-2', { spec: GPU })];
  const message = '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {dedicated: gpu}.';
  const gone = anEvent(aPod(undefined, { name: 'gone' }), 'Scheduled', 'Successfully assigned znyw-prod/gone to vm-2');

  expect(taintNotTolerated.ask(clusterOf(nodes, anUnscheduled(message)), NOTHING_EXPECTED)).toEqual([]);
  expect(taintNotTolerated.ask(clusterOf(nodes, anUnscheduled(message), gone), NOTHING_EXPECTED)).toMatchObject([
    { object: 'Node//vm-2', explains: ['Deployment/znyw-prod/web'] },
  ]);
});

test('where nodes cannot be read the taint of the message is told', () => {
  const [symptom] = taintNotTolerated.ask(clusterOf(anUnscheduled(TAINTED)), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('{dedicated: gpu} (2)');
});
