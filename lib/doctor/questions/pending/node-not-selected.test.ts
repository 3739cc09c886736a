import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aNode, anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { nodeNotSelected } from './node-not-selected';

const MESSAGE = "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.";
const ask = (podSpec: object, ...nodes: ReturnType<typeof aNode>[]) =>
  nodeNotSelected.ask(clusterOf(nodes, anUnscheduled(MESSAGE, { podSpec: { ...podSpec } })), NOTHING_EXPECTED);

test('a label that no node has is told with the label that is near', () => {
  const found = ask({ nodeSelector: { 'disk-type': 'ssd' } }, aNode('vm-1', { labels: { disktype: 'ssd' } }));

  expect(found).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'one of its Pods has no node: it asks for a node with disk-type=ssd; no node has the label disk-type; there is disktype',
        zh: '有 1 个 Pod 没有分配到节点：要求节点满足 disk-type=ssd；没有节点带有标签 disk-type；有 disktype',
      },
      property: 'spec.template.spec.nodeSelector',
    },
  ]);
});

test('a value that no node has is told with the values that are there', () => {
  const nodes = [aNode('vm-1', { labels: { zone: 'room-a' } }), aNode('vm-2', { labels: { zone: 'room-b' } })];

  expect(ask({ nodeSelector: { zone: 'rom-a' } }, ...nodes)[0]?.cause.en).toContain(
    'nodes have zone: room-a (vm-1), room-b (vm-2), and "room-a" is near',
  );
});

test.each([
  [{ key: 'zone', operator: 'In', values: ['c'] }, 'zone=c'],
  [{ key: 'zone', operator: 'NotIn', values: ['a', 'b'] }, 'zone NotIn (a, b)'],
  [{ key: 'gpu', operator: 'Exists' }, 'gpu Exists'],
  [{ key: 'zone', operator: 'DoesNotExist' }, 'zone DoesNotExist'],
  [{ key: 'cores', operator: 'Gt', values: ['64'] }, 'cores Gt (64)'],
])('a required affinity %j is told as it is written', (requirement, text) => {
  const nodeAffinity = {
    requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] },
  };
  const [symptom] = ask({ affinity: { nodeAffinity } }, aNode('vm-1', { labels: { zone: 'a', cores: '8' } }));

  expect(symptom?.cause.en).toContain(`it asks for a node with ${text}`);
  expect(symptom?.property).toBe('spec.template.spec.affinity.nodeAffinity');
});

test('where nodes cannot be read everything that is asked is told', () => {
  expect(ask({ nodeSelector: { disk: 'ssd' } })[0]?.cause.en).toContain('it asks for a node with disk=ssd');
});

test('a selection of another form is no reason to fail', () => {
  const [symptom] = ask({ nodeSelector: 7, affinity: { nodeAffinity: [] } }, aNode('vm-1'));

  expect(symptom?.object).toBe('Deployment/znyw-prod/web');
});
