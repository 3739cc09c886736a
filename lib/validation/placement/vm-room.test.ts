import { countedResources } from '../quantities/counted-resources';
import { aCloud } from '../testing/manifest-builders';
import { countedVms, describeAmounts, roomReason, vmRoom } from './vm-room';

const GI = 2 ** 30;

test('the room of a VM is what the system leaves, rounded down to thousandths and whole Mi', () => {
  expect(vmRoom(aCloud())).toEqual({ cpuMillis: 7600, memoryBytes: 31_129 * 2 ** 20 });
  expect(vmRoom(aCloud({ vmCpuMillis: 1001, vmMemoryBytes: GI, systemSharePercent: 0 }))).toEqual({
    cpuMillis: 1001,
    memoryBytes: GI,
  });
  expect(vmRoom(aCloud({ systemSharePercent: 101 }))).toEqual({ cpuMillis: 0, memoryBytes: 0 });
});

test('the reason names the VM and the share', () => {
  expect(countedResources.map((resource) => roomReason(aCloud(), resource))).toEqual([
    '8 less 5 % for the system',
    '32Gi less 5 % for the system',
  ]);
});

test.each([
  [500, GI, '0.5 CPU and 1Gi of memory'],
  [500, 0, '0.5 CPU'],
  [0, 0, 'nothing'],
])('%d and %d are written as "%s"', (cpuMillis, memoryBytes, text) => {
  expect(describeAmounts({ cpuMillis, memoryBytes })).toBe(text);
});

test('one VM is called so', () => {
  expect([1, 2].map(countedVms)).toEqual(['1 VM', '2 VMs']);
});
