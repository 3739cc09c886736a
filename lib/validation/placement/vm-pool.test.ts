import { demandsOf } from '../pods/demand';
import { aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { podGroups } from './pod-groups';
import { countsFromZero, shareOfRoom, VmPool } from './vm-pool';

const VMS = { count: 3, room: { cpuMillis: 1000, memoryBytes: 1000 }, oneIsLost: false };
const SPREAD = { term: 0, maxSkew: 1, minDomains: 1, countsItself: true, countsTainted: true };

function aGroup(requests: string) {
  const [group] = podGroups(demandsOf([aWorkload({ containers: [aSizedContainer('c', requests, '')] })], 3));
  if (group === undefined) throw new RangeError('the workload has no Pods');
  return group;
}

test('the first VM that takes a Pod is looked for from where one says', () => {
  const pool = new VmPool(VMS, 3, new Set());
  pool.place(aGroup('600m/0'), 0);

  expect(pool.firstThatTakes(aGroup('500m/0'), 0)).toBe(1);
  expect(pool.firstThatTakes(aGroup('400m/0'), 0)).toBe(0);
  expect(pool.firstThatTakes(aGroup('400m/0'), 2)).toBe(2);
  expect(pool.firstThatTakes(aGroup('2/0'), 0)).toBeUndefined();
});

test('the emptiest VM is the one whose scarcer resource is used least', () => {
  const pool = new VmPool(VMS, 3, new Set());
  pool.place(aGroup('600m/0'), 0);
  pool.place(aGroup('0/700'), 1);
  pool.place(aGroup('500m/500'), 2);

  expect(pool.emptiestThatTakes(aGroup('100m/100'))).toBe(2);
  expect(pool.emptiestThatTakes(aGroup('600m/0'))).toBe(1);
  expect(pool.emptiestThatTakes(aGroup('2/0'))).toBeUndefined();
});

test('every look at a VM is counted', () => {
  const pool = new VmPool(VMS, 3, new Set());
  pool.firstThatTakes(aGroup('2/0'), 0);

  expect(pool.looks).toBe(3);
});

test.each([
  ['has VMs enough', SPREAD, VMS, false],
  ['asks for more VMs', { ...SPREAD, minDomains: 4 }, VMS, true],
  ['counts a lost VM', SPREAD, { ...VMS, oneIsLost: true }, true],
  ['does not count a lost VM', { ...SPREAD, countsTainted: false }, { ...VMS, oneIsLost: true }, false],
])('a spread that %s', (_, spread, vms, fromZero) => {
  expect(countsFromZero(spread, vms)).toBe(fromZero);
});

test('the share of a room is that of the scarcer resource, also where there is no room', () => {
  expect(shareOfRoom({ cpuMillis: 500, memoryBytes: 100 }, VMS.room)).toBe(0.5);
  expect(shareOfRoom({ cpuMillis: 0, memoryBytes: 0 }, { cpuMillis: 0, memoryBytes: 0 })).toBe(0);
  expect(shareOfRoom({ cpuMillis: 1, memoryBytes: 0 }, { cpuMillis: 0, memoryBytes: 0 })).toBe(1);
});
