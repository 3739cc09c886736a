import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClusterObject } from '../../testing/cluster-objects';
import { aClaim, aNode, anUnscheduled, aWorkload, clusterOf, mounting } from '../../testing/waiting-objects';
import { volumeElsewhere } from './volume-elsewhere';

const claim = aClaim('data', { volumeName: 'pv-1' }, { status: { phase: 'Bound' } });
const requirement = { key: 'kubernetes.io/hostname', operator: 'In', values: ['vm-1'] };
const volume = aClusterObject('v1', 'PersistentVolume', {
  name: 'pv-1',
  namespace: '',
  spec: { nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] } } },
});

test.each([
  ['0/2 nodes are available: 2 node(s) had volume node affinity conflict.', {}],
  // From 1.27 on only the nodes of the volume are looked at.
  [
    "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.",
    { nodeSelector: { 'kubernetes.io/hostname': 'vm-2' } },
  ],
])('%s: a volume that lies on one node is told with the node', (message, selection) => {
  const pods = anUnscheduled(message, { podSpec: { ...mounting('data'), ...selection } });
  const cluster = clusterOf(claim, volume, aNode('vm-1'), aNode('vm-2'), pods);

  expect(volumeElsewhere.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'one of its Pods has no node: its volume can be mounted on certain nodes only, and those are not open to it: data (pv-1: kubernetes.io/hostname=vm-1)',
      },
    },
  ]);
});

test('a claim for a single Pod is told with the Pod that has it', () => {
  const message =
    '0/2 nodes are available: 2 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode.';
  const cluster = clusterOf(
    anUnscheduled(message, { podSpec: mounting('data') }),
    aWorkload({ name: 'api', podSpec: mounting('data') }),
  );

  expect(volumeElsewhere.ask(cluster, NOTHING_EXPECTED)[0]?.cause.en).toContain(
    'another one has it: Pod/znyw-prod/api-5d4f8c7b9d-x2x4z on vm-1',
  );
});

test('nodes with as many volumes as they may have are told', () => {
  const cluster = clusterOf(anUnscheduled('0/2 nodes are available: 2 node(s) exceed max volume count.'));

  expect(volumeElsewhere.ask(cluster, NOTHING_EXPECTED)[0]?.cause.en).toContain('as many volumes attached');
});
