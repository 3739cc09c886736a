import * as fc from 'fast-check';
import { demandsOf } from '../pods/demand';
import { aCloud, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { podGroups } from '../placement/pod-groups';
import { tryPacking } from '../placement/packing';
import { vmRoom } from '../placement/vm-room';
import { tryVmsThatDo } from './vms-that-do';

function groupsOf(requests: string, replicas: number, kind = 'Deployment') {
  const containers = [aSizedContainer('web', requests, '')];
  return podGroups(demandsOf([aWorkload({ kind, spec: { replicas }, containers })], 2));
}

test.each([
  ['5/1Gi', 3, 0, 3],
  ['5/1Gi', 3, 1, 4],
  ['1/31Gi', 40, 0, undefined],
  ['5/1Gi', 100, 0, 100],
  ['5/1Gi', 100, 1, 101],
] as const)('Pods of %s times %d with %d to spare need %s VMs', (requests, replicas, spare, vms) => {
  expect(tryVmsThatDo(groupsOf(requests, replicas), aCloud(), spare)).toBe(vms);
});

test('no number is named where a Pod is larger than a VM', () => {
  expect(tryVmsThatDo(groupsOf('9/1Gi', 1), aCloud(), 0)).toBeUndefined();
  expect(tryVmsThatDo(groupsOf('9/1Gi', 1, 'DaemonSet'), aCloud(), 0)).toBeUndefined();
});

test('the number is enough, and one less is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7600 }), fc.integer({ min: 1, max: 60 }), (millis, replicas) => {
      const groups = groupsOf(`${millis}m/0`, replicas);
      const fits = (count: number) =>
        tryPacking(groups, { count, room: vmRoom(aCloud()), oneIsLost: false })?.withoutRoom.length === 0;

      const needed = tryVmsThatDo(groups, aCloud({ vms: 1 }), 0) ?? 0;

      expect([fits(needed), needed > 2 && fits(needed - 1)]).toEqual([true, false]);
    }),
  );
});
