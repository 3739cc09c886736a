import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anEvent } from '../../testing/cluster-objects';
import { aNode, anUnscheduled, aWorkload, clusterOf } from '../../testing/waiting-objects';
import { nodeNotReady } from './node-not-ready';

const AWAY = {
  type: 'Ready',
  status: 'Unknown',
  reason: 'NodeStatusUnknown',
  message: 'Kubelet stopped posting node status.',
  lastTransitionTime: '2026-11-23T06:40:00Z',
};
const UNREACHABLE = '0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }.';
const notReady = { conditions: [{ type: 'Ready', status: 'False' }] };

test('a node that does not answer explains the Pods on it and those that would run there', () => {
  const node = aNode('vm-1', { status: { conditions: [AWAY] } });
  const cluster = clusterOf(node, anUnscheduled(UNREACHABLE, { name: 'api' }), aWorkload({}, { status: notReady }));

  expect(nodeNotReady.ask(cluster, NOTHING_EXPECTED)).toEqual([
    {
      object: 'Node//vm-1',
      cause: {
        en: 'node vm-1 is out of order (Ready=Unknown since 2026-11-23T06:40:00Z: Kubelet stopped posting node status.); 2 workloads have Pods that are stuck on it or would run there',
        zh: '节点 vm-1 不可用（Ready=Unknown，自 2026-11-23T06:40:00Z 起: Kubelet stopped posting node status.）；2 个工作负载有 Pod 卡在该节点上，或本应运行在该节点上',
      },
      evidence: ['condition Ready=Unknown on Node/vm-1: NodeStatusUnknown, Kubelet stopped posting node status.'],
      remedy: {
        en: 'Have the VM vm-1 brought back by the operators of the container cloud; Pods without a claim move by themselves after five minutes.',
        zh: '请容器云管理员恢复虚拟机 vm-1；不使用 PersistentVolumeClaim 的 Pod 五分钟后会自动迁移。',
      },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('a node under pressure that nobody depends on is a warning', () => {
  const node = aNode('vm-1', { status: { conditions: [{ type: 'DiskPressure', status: 'True' }] } });

  expect(nodeNotReady.ask(clusterOf(node), NOTHING_EXPECTED)).toMatchObject([
    { object: 'Node//vm-1', severity: 'warning' },
  ]);
});

test('a Pod that is not well on a node under pressure has a reason of its own', () => {
  const node = aNode('vm-1', { status: { conditions: [{ type: 'MemoryPressure', status: 'True' }] } });

  expect(nodeNotReady.ask(clusterOf(node, aWorkload({}, { status: notReady })), NOTHING_EXPECTED)).toMatchObject([
    { severity: 'warning', explains: [] },
  ]);
});

test('where nodes cannot be read the Pods tell it', () => {
  const [deployment = {}, replicaSet = {}, pod = {}] = aWorkload({}, { status: notReady });
  const cluster = clusterOf(deployment, replicaSet, pod, anEvent(pod, 'NodeNotReady', 'Node is not ready'));

  expect(nodeNotReady.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    { object: 'Deployment/znyw-prod/web', evidence: [expect.stringContaining('event NodeNotReady on Pod/web')] },
  ]);
});

test('nodes that are well are no finding, and neither are conditions of another form', () => {
  const odd = aNode('vm-2', { status: { conditions: ['x', null, { type: 'Ready' }] } });

  expect(nodeNotReady.ask(clusterOf(aNode('vm-1'), odd), NOTHING_EXPECTED)).toEqual([]);
});
