import * as fc from 'fast-check';
import { parseSchedulerMessage } from './scheduler-message';

const kindsOf = (message: string) =>
  parseSchedulerMessage(message).blockers.map(({ kind, nodes, subject }) => [kind, nodes, subject]);

test('a message is read part by part, each with its count', () => {
  const message =
    "0/5 nodes are available: 1 Insufficient cpu, 1 Too many pods, 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 node(s) didn't match Pod's node affinity/selector. preemption: 0/5 nodes are available: 2 Preemption is not helpful for scheduling, 3 No preemption victims found for incoming pod..";

  const read = parseSchedulerMessage(message);

  expect(read.nodes).toBe(5);
  expect(kindsOf(message)).toEqual([
    ['resource', 1, 'cpu'],
    ['pod-count', 1, undefined],
    ['taint', 1, 'node-role.kubernetes.io/control-plane: '],
    ['node-selector', 2, undefined],
  ]);
  expect(read.preemption).toBe(
    '0/5 nodes are available: 2 Preemption is not helpful for scheduling, 3 No preemption victims found for incoming pod',
  );
});

test.each([
  ['0/2 nodes are available: 2 Insufficient memory.', ['resource', 2, 'memory']],
  ['0/2 nodes are available: 2 Insufficient nvidia.com/gpu.', ['resource', 2, 'nvidia.com/gpu']],
  [
    '0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
    ['claim-unbound', undefined, undefined],
  ],
  ['0/2 nodes are available: 2 pod has unbound immediate PersistentVolumeClaims.', ['claim-unbound', 2, undefined]],
  ['0/2 nodes are available: persistentvolumeclaim "x" not found.', ['claim-missing', undefined, 'x']],
  ['persistentvolumeclaim "x" not found', ['claim-missing', undefined, 'x']],
  [
    'running PreFilter plugin "VolumeBinding": 0/2 nodes are available: persistentvolumeclaim "x" is being deleted.',
    ['claim-terminating', undefined, 'x'],
  ],
  ['0/2 nodes are available: 2 node(s) were unschedulable.', ['node-cordoned', 2, undefined]],
  ["0/1 nodes are available: 1 node(s) had taint {a: b}, that the pod didn't tolerate.", ['taint', 1, 'a: b']],
  ["0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules.", ['pod-anti-affinity', 2, undefined]],
  [
    "0/2 nodes are available: 2 node(s) didn't satisfy existing pods anti-affinity rules.",
    ['pod-anti-affinity', 2, undefined],
  ],
  ["0/2 nodes are available: 2 node(s) didn't match pod affinity rules.", ['pod-affinity', 2, undefined]],
  [
    "0/2 nodes are available: 2 node(s) didn't match pod topology spread constraints (missing required label).",
    ['topology-spread', 2, undefined],
  ],
  [
    "0/2 nodes are available: 2 node(s) didn't have free ports for the requested pod ports.",
    ['host-port', 2, undefined],
  ],
  ['0/2 nodes are available: 2 node(s) had volume node affinity conflict.', ['volume-elsewhere', 2, undefined]],
  [
    "0/2 nodes are available: 2 node(s) didn't find available persistent volumes to bind.",
    ['no-volume-fits', 2, undefined],
  ],
  ['0/2 nodes are available: 2 node(s) exceed max volume count.', ['volume-limit', 2, undefined]],
  [
    '0/2 nodes are available: 2 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode.',
    ['volume-exclusive', 2, undefined],
  ],
  ["0/2 nodes are available: 2 node(s) didn't match the requested node name.", ['node-name', 2, undefined]],
  ['no nodes available to schedule pods', ['no-nodes', undefined, undefined]],
  ['0/2 nodes are available: 2 something new.', ['other', 2, undefined]],
])('"%s" is understood', (message, expected) => {
  expect(kindsOf(message)).toEqual([expected]);
});

test('an empty message has no parts', () => {
  expect(parseSchedulerMessage('')).toEqual({ blockers: [], preemption: '' });
});

test('any text can be read', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parseSchedulerMessage(`0/3 nodes are available: 1 ${text}, 2 Insufficient cpu.`);

      expect(read.blockers.length).toBeGreaterThan(0);
    }),
  );
});

test('a very long message is read at once', () => {
  const message = `0/9 nodes are available: ${'1 Insufficient cpu, '.repeat(20_000)}`;

  expect(parseSchedulerMessage(message).blockers).toHaveLength(20_000);
});
