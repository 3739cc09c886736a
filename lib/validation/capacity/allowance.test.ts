import { limitsAllowance, requestsAllowance } from './allowance';
import { aCloud } from '../testing/manifest-builders';

const GI = 2 ** 30;
const MI = 2 ** 20;

test('two VMs of 8C/32Gi allow requests of 8 CPU and 32Gi, as the platform states', () => {
  expect(requestsAllowance(aCloud())).toEqual({ cpuMillis: 8000, memoryBytes: 32 * GI });
});

test('one VM of 8C/32Gi allows limits of 5.6 CPU and 22Gi, as the platform states', () => {
  expect(limitsAllowance(aCloud())).toEqual({ cpuMillis: 5600, memoryBytes: 22 * GI });
});

test('limits do not depend on the number of VMs', () => {
  expect(limitsAllowance(aCloud({ vms: 9 }))).toEqual(limitsAllowance(aCloud()));
});

test('requests are rounded down to whole thousandths and bytes', () => {
  const cloud = aCloud({ vms: 1, vmCpuMillis: 1001, vmMemoryBytes: 1001, requestsSharePercent: 50 });

  expect(requestsAllowance(cloud)).toEqual({ cpuMillis: 500, memoryBytes: 500 });
});

test.each([
  [2 * GI, GI],
  [GI, 716 * MI],
  [MI, 0],
])('of a VM with %d bytes the limits have %d', (vmMemoryBytes, memoryBytes) => {
  expect(limitsAllowance(aCloud({ vmMemoryBytes })).memoryBytes).toBe(memoryBytes);
});

test('a cloud of a thousand large VMs loses nothing', () => {
  const cloud = aCloud({ vms: 1000, vmMemoryBytes: 4 * 2 ** 40 - 1, requestsSharePercent: 99 });

  expect(requestsAllowance(cloud).memoryBytes).toBe(4_354_066_045_991_970);
});

test('a capacity that is no integer is a mistake of the program', () => {
  expect(() => requestsAllowance(aCloud({ vms: 1.5 }))).toThrow(RangeError);
});
