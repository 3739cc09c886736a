import { aPod } from '../../testing/cluster-workloads';
import { aContainerOf, aNode, clusterOf } from '../../testing/waiting-objects';
import { mainObstacle } from './main-obstacle';
import { parseSchedulerMessage } from './scheduler-message';
import type { Cluster } from '../../cluster/cluster';
import type { JsonObject } from '../../../validation/manifest';

const pod = (spec: JsonObject = {}) => ({
  json: aPod(undefined, { spec: { nodeName: '', containers: [aContainerOf('web', { cpu: '2' })], ...spec } }),
  file: '',
});
const on = (nodeName: string, cpu: string, name = 'other') =>
  aPod(undefined, { name, spec: { nodeName, containers: [aContainerOf('c', { cpu })] } });
const obstacle = (cluster: Cluster, reasons: string, spec: JsonObject = {}) =>
  mainObstacle(cluster, pod(spec), parseSchedulerMessage(`0/2 nodes are available: ${reasons}.`));

const FULL_AND_CORDONED = '1 Insufficient cpu, 1 node(s) were unschedulable';

test('a cordoned node with room comes before one that is full', () => {
  const cluster = clusterOf(aNode('vm-1'), aNode('vm-2', { spec: { unschedulable: true } }), on('vm-1', '3'));

  expect(obstacle(cluster, FULL_AND_CORDONED)).toBe('node-cordoned');
});

test('a cordoned node that is full too is not the cause', () => {
  const cordoned = aNode('vm-2', { spec: { unschedulable: true } });
  const cluster = clusterOf(aNode('vm-1'), cordoned, on('vm-1', '3'), on('vm-2', '3', 'another'));

  expect(obstacle(cluster, FULL_AND_CORDONED)).toBe('resource');
});

test('where the nodes could not be read a cordoned one is taken for the cause', () => {
  expect(obstacle(clusterOf(), FULL_AND_CORDONED)).toBe('node-cordoned');
});

test('a node that does not answer comes before one that is full', () => {
  const away = aNode('vm-2', { status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } });
  const reasons = '1 Insufficient cpu, 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }';

  expect(obstacle(clusterOf(aNode('vm-1'), away), reasons)).toBe('node-trouble');
});

test('nodes of the control plane are never the cause where others are full', () => {
  const reasons = '1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 1 Insufficient memory';

  expect(obstacle(clusterOf(), reasons)).toBe('resource');
});

test('a taint counts before a full node only where Pods run that do not tolerate it', () => {
  const tainted = aNode('vm-2', { spec: { taints: [{ key: 'maintenance', value: 'true', effect: 'NoSchedule' }] } });
  const reasons = '1 Insufficient cpu, 1 node(s) had untolerated taint {maintenance: true}';

  expect(obstacle(clusterOf(aNode('vm-1'), tainted), reasons)).toBe('resource');
  expect(obstacle(clusterOf(aNode('vm-1'), tainted, on('vm-2', '1')), reasons)).toBe('new-taint');
});

test('a selection that fits a tainted node makes the taint the cause', () => {
  const gpu = { taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }] };
  const cluster = clusterOf(aNode('vm-1'), aNode('vm-2', { labels: { gpu: 'yes' }, spec: gpu }));
  const reasons =
    "1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint {dedicated: gpu}";

  expect(obstacle(cluster, reasons, { nodeSelector: { gpu: 'yes' } })).toBe('taint');
  expect(obstacle(cluster, reasons, { nodeSelector: { gpu: 'no' } })).toBe('node-selector');
});

test('a claim comes before everything that is said of nodes', () => {
  expect(obstacle(clusterOf(), 'pod has unbound immediate PersistentVolumeClaims')).toBe('claim-unbound');
});

test('words that nobody knows are another obstacle', () => {
  expect(obstacle(clusterOf(), '2 node(s) are purple')).toBe('other');
});
