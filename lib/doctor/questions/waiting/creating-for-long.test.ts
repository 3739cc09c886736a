import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod } from '../../testing/cluster-workloads';
import { aNode, aWaiting, clusterOf, clusterWith } from '../../testing/waiting-objects';
import { creatingForLong } from './creating-for-long';

const waits = (name = 'web') => aWaiting('ContainerCreating', '', { name });

test('a node that says nothing of its Pods is told once', () => {
  const running = aPod(undefined, { name: 'running' });

  expect(creatingForLong.ask(clusterOf(aNode('vm-1'), running, waits(), waits('api')), NOTHING_EXPECTED)).toMatchObject(
    [
      {
        object: 'Node//vm-1',
        cause: {
          en: 'Pods of 2 workloads have been on node vm-1 without a container for up to 3600 s, and its kubelet does not say why',
        },
        explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
      },
    ],
  );
});

test('a cluster without any kubelet is worth a warning', () => {
  const bound = aPod(undefined, { status: { phase: 'Pending', conditions: [], containerStatuses: [] } });

  expect(creatingForLong.ask(clusterOf(bound), NOTHING_EXPECTED)).toMatchObject([
    { object: 'Pod/znyw-prod/web', severity: 'warning' },
  ]);
});

test('a Pod that a Warning is about, or that has just got its node, is not meant', () => {
  const warned = aWaiting('ContainerCreating', '', { events: [['FailedMount', 'x']] });
  const young = clusterWith({ readAt: '2026-11-23T06:01:00Z' }, waits());

  expect(creatingForLong.ask(clusterOf(warned), NOTHING_EXPECTED)).toEqual([]);
  expect(creatingForLong.ask(young, NOTHING_EXPECTED)).toEqual([]);
});
