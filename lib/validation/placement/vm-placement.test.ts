import { demandsOf } from '../pods/demand';
import { aCloud, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { tryPlacement, tryPlacementAfterLoss } from './vm-placement';
import type { VmPlacement } from './vm-placement';

function requesting(name: string, requests: string, replicas = 1, kind = 'Deployment') {
  return aWorkload({ name, kind, spec: { replicas }, containers: [aSizedContainer(name, requests, '')] });
}

const DEMANDS = demandsOf(
  [
    requesting('web', '1/1Gi', 2),
    requesting('mongo', '3/8Gi', 1, 'StatefulSet'),
    requesting('agent', '100m/0', 1, 'DaemonSet'),
  ],
  3,
);

function textOf(placement: VmPlacement | undefined) {
  return placement?.vms.map(({ vm, pods }) => {
    const named = pods.map(({ demand, pods: count }) => `${demand.workload.manifest.file.split('.')[0]} x${count}`);
    return `${vm}: ${named.join(', ')}`;
  });
}

test('Pods are spread over the VMs, in the order of the workloads', () => {
  const placement = tryPlacement(DEMANDS, aCloud({ vms: 3 }));

  expect(textOf(placement)).toEqual(['1: mongo x1, agent x1', '2: web x1, agent x1', '3: web x1, agent x1']);
  expect(placement?.vms[0]?.requests).toEqual({ cpuMillis: 3100, memoryBytes: 8 * 2 ** 30 });
  expect(placement?.withoutRoom).toEqual([]);
});

test('when a VM is lost, its Pods go to the others, which keep theirs and their numbers', () => {
  expect(textOf(tryPlacementAfterLoss(DEMANDS, aCloud({ vms: 3 }), 1))).toEqual([
    '2: web x1, mongo x1, agent x1',
    '3: web x1, agent x1',
  ]);
  expect(textOf(tryPlacementAfterLoss(DEMANDS, aCloud({ vms: 3 }), 2))).toEqual([
    '1: mongo x1, agent x1',
    '3: web x2, agent x1',
  ]);
});

test('Pods without room are named', () => {
  const demands = demandsOf([requesting('web', '5/1Gi', 3), requesting('api', '6/1Gi')], 2);

  expect(tryPlacement(demands, aCloud())?.withoutRoom).toEqual([{ demand: demands[0], pods: 2 }]);
});

test('more Pods than VMs can run are not placed', () => {
  expect(tryPlacement(demandsOf([requesting('web', '0/0', 221)], 2), aCloud())).toBeUndefined();
  expect(tryPlacementAfterLoss(DEMANDS, aCloud({ vms: 1 }), 1)).toBeUndefined();
});
