import { anExpectation } from '../../testing/a-cluster';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod, aDeployment } from '../../testing/cluster-workloads';
import { aContainerOf, anUnscheduled, aNode, clusterOf, clusterWith } from '../../testing/waiting-objects';
import { noRoom } from './no-room';

const NO_CPU =
  '0/2 nodes are available: 2 Insufficient cpu. preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.';
const taking = (name: string, nodeName: string, cpu: string, status = {}) =>
  aPod(undefined, { name, spec: { nodeName, containers: [aContainerOf('c', { cpu })] }, status });
const asking = (cpu: string) => anUnscheduled(NO_CPU, { containers: [aContainerOf('web', { cpu })] });

test('room that is there in all and on no node is told as split up, with what is missing on the nearest', () => {
  const cluster = clusterOf(
    asking('2'),
    aNode('vm-1'),
    aNode('vm-2'),
    taking('a', 'vm-1', '3'),
    taking('b', 'vm-2', '2500m'),
  );

  expect(noRoom.ask(cluster, NOTHING_EXPECTED)).toEqual([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'one of its Pods has no node: it asks for 2 CPU; vm-2 has 1.5 of 4 free, vm-1 has 1 of 4 free (Pods of other namespaces could not be read and may take more): together 2.5 CPU, which would do, but no single node has it; the nearest, vm-2, is 0.5 CPU short; the most there is taken by Pod/znyw-prod/b 2.5',
        zh: '有 1 个 Pod 没有分配到节点：申请 2 核 CPU；vm-2 剩余 1.5（共 4），vm-1 剩余 1（共 4）（其他 namespace 的 Pod 无法读取，实际剩余可能更少）：合计 2.5 核 CPU，总量够但分散在各节点上；最接近的 vm-2 还差 0.5 核 CPU；其上占用最多的是 Pod/znyw-prod/b 2.5',
      },
      evidence: [`condition PodScheduled=False on Pod/web-5d4f8c7b9d-x2x4z: Unschedulable, ${NO_CPU}`],
      remedy: {
        en: 'Lower requests.cpu of container web (now 2) by 0.5, free that much by scaling something down, or add a VM.',
        zh: '把容器 web 的 requests.cpu（现为 2）降低 0.5，或缩减其他工作负载腾出资源，或增加虚拟机。',
      },
      property: 'spec.template.spec.containers[web].resources.requests.cpu',
    },
  ]);
});

test('a Pod that no empty node could hold is told by how much it is too large', () => {
  const [symptom] = noRoom.ask(clusterOf(asking('9'), aNode('vm-1'), aNode('vm-2')), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('it asks for 9 CPU; even an empty node has only 4 (2 nodes)');
  expect(symptom?.remedy.en).toBe('Lower requests.cpu by at least 5; container web asks for 9, the most of the Pod.');
});

test('Pods that have ended take no room, and those of other namespaces do', () => {
  const elsewhere = [taking('other', 'vm-1', '3')];
  const ended = taking('done', 'vm-1', '4', { phase: 'Succeeded' });

  const cluster = clusterWith({ podsElsewhere: elsewhere }, asking('2'), aNode('vm-1'), ended);

  expect(noRoom.ask(cluster, NOTHING_EXPECTED)[0]?.cause.en).toContain('vm-1 has 1 of 4 free: together 1 CPU;');
});

test('room that is free as far as one can see is said to be taken by what could not be read', () => {
  const [symptom] = noRoom.ask(clusterOf(asking('2'), aNode('vm-1')), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('Pods of other namespaces, which could not be read, take the rest');
});

test('without nodes only what is asked is told', () => {
  const [symptom] = noRoom.ask(clusterOf(asking('2')), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('by how much is not known');
});

test('a request that differs from what was published is told with it', () => {
  const expected = anExpectation([aDeployment({ containers: [aContainerOf('web', { cpu: '200m' })] })]);

  const [symptom] = noRoom.ask(clusterOf(asking('9'), aNode('vm-1')), expected);

  expect(symptom?.cause.en).toContain('it asks for 9 CPU (0.2 in dist/)');
});

test('of several resources that are short the one that no node could ever have is told', () => {
  const message = '0/2 nodes are available: 2 Insufficient cpu, 2 Insufficient nvidia.com/gpu.';
  const pods = anUnscheduled(message, { containers: [aContainerOf('web', { cpu: '3', 'nvidia.com/gpu': 1 })] });

  const [symptom] = noRoom.ask(clusterOf(pods, aNode('vm-1'), taking('a', 'vm-1', '3')), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('it asks for 1 of nvidia.com/gpu; no node offers nvidia.com/gpu at all');
});

test('a Pod that has found its node since is no matter any more, whatever its events say', () => {
  const [deployment = {}, replicaSet = {}] = asking('2');

  expect(noRoom.ask(clusterOf(deployment, replicaSet, aPod(replicaSet), aNode('vm-1')), NOTHING_EXPECTED)).toEqual([]);
});

const waitingFor = (name: string, cpu: string) =>
  anUnscheduled(NO_CPU, { name, containers: [aContainerOf('c', { cpu })] });

test('many workloads without room are one finding: the nodes are full, and by what', () => {
  const filler = aPod(undefined, {
    name: 'fill',
    namespace: 'load',
    spec: { nodeName: 'vm-1', containers: [aContainerOf('c', { cpu: '3900m' })] },
  });
  const cluster = clusterWith(
    { podsElsewhere: [filler] },
    waitingFor('api', '200m'),
    waitingFor('web', '500m'),
    waitingFor('mongo', '1'),
    aNode('vm-1'),
  );

  expect(noRoom.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/mongo',
      cause: {
        en: 'the nodes are full: Pods of 3 workloads ask for 1.7 CPU in all (Deployment/znyw-prod/mongo 1, Deployment/znyw-prod/web 0.5, Deployment/znyw-prod/api 0.2); vm-1 has 0.1 of 4 free; the most there is taken by namespace load 3.9',
      },
      explains: ['Deployment/znyw-prod/web', 'Deployment/znyw-prod/api'],
    },
  ]);
});

test('two workloads without room are two findings, each with its own line to change', () => {
  const cluster = clusterOf(waitingFor('api', '5'), waitingFor('web', '6'), aNode('vm-1'));

  expect(noRoom.ask(cluster, NOTHING_EXPECTED).map(({ object }) => object)).toEqual([
    'Deployment/znyw-prod/api',
    'Deployment/znyw-prod/web',
  ]);
});

test('nobody is told to lower a request to nothing', () => {
  const full = clusterOf(asking('500m'), aNode('vm-1'), taking('a', 'vm-1', '4'));
  const [symptom] = noRoom.ask(full, NOTHING_EXPECTED);

  expect(symptom?.remedy.en).toBe('Free 0.5 CPU on one node by scaling something down, or add a VM.');
});
