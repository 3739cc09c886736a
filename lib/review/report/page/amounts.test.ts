import { amountsText, cloudText, percentText } from './amounts';

test.each([
  [0, 8000, '0 %'],
  [7999, 8000, '99 %'],
  [8000, 8000, '100 %'],
  [8001, 8000, '101 %'],
  [0, 0, '0 %'],
  [1, 0, '∞'],
])('%d of %d is %s', (used, allowed, text) => {
  expect(percentText(used, allowed)).toBe(text);
});

test('amounts are written as in Kubernetes', () => {
  expect(amountsText({ cpuMillis: 6050, memoryBytes: 25.25 * 2 ** 30 })).toBe('6.05 CPU, 25.25Gi');
});

test('a cloud is its VMs and the size of one', () => {
  const shares = { requestsSharePercent: 50, limitsSharePercent: 70, systemSharePercent: 5 };

  expect(cloudText({ vms: 2, vmCpuMillis: 8000, vmMemoryBytes: 2 ** 35, ...shares })).toBe('2 × 8 CPU, 32Gi');
});
