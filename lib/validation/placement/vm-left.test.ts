import { demandsOf } from '../pods/demand';
import { aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { tryPacking } from './packing';
import { podGroups } from './pod-groups';
import { roomBesideDaemonSets, tryFreeSpot } from './vm-left';

const ROOM = { cpuMillis: 4000, memoryBytes: 4000 };

function groupsOf(...workloads: readonly (readonly [kind: string, requests: string])[]) {
  return podGroups(
    demandsOf(
      workloads.map(([kind, requests], index) =>
        aWorkload({ name: `w${index}`, kind, containers: [aSizedContainer('c', requests, '')] }),
      ),
      2,
    ),
  );
}

test('DaemonSets take their room of every VM', () => {
  expect(roomBesideDaemonSets(groupsOf(['DaemonSet', '1/5000'], ['Deployment', '1/1']), ROOM)).toEqual({
    cpuMillis: 3000,
    memoryBytes: 0,
  });
});

test('the free spot is where the Pod has to be lowered least', () => {
  const [big, ...others] = groupsOf(['Deployment', '4/1000'], ['Deployment', '3/0'], ['Deployment', '2/0']);
  const packing = tryPacking(others, { count: 2, room: ROOM, oneIsLost: false });

  expect(big && packing && tryFreeSpot(big, packing.pool)).toEqual({ cpuMillis: 2000, memoryBytes: 4000 });
});

test('there is no free spot where nothing is left', () => {
  const [big, ...others] = groupsOf(['Deployment', '4/1000'], ['Deployment', '4/0'], ['Deployment', '4/0']);
  const packing = tryPacking(others, { count: 2, room: ROOM, oneIsLost: false });

  expect(big && packing && tryFreeSpot(big, packing.pool)).toBeUndefined();
});
