import { aCloud, aSizedContainer, aWorkload } from '../../validation/testing/manifest-builders';
import { quotaChange } from './quota-change';

const GI = 2 ** 30;

const one = aWorkload({ spec: { replicas: 2 }, containers: [aSizedContainer('web', '1/2Gi', '2/4Gi')] });
const other = aWorkload({ spec: { replicas: 2 }, containers: [aSizedContainer('web', '2/3Gi', '2/4Gi')] });

test('the requests before and after stand against what is allowed, with the peak and the fullest file after', () => {
  expect(quotaChange([one], [other], aCloud())).toEqual({
    before: { cpuMillis: 2000, memoryBytes: 4 * GI },
    after: { cpuMillis: 4000, memoryBytes: 6 * GI },
    allowed: { cpuMillis: 8000, memoryBytes: 32 * GI },
    rolloutPeakAfter: { cpuMillis: 6000, memoryBytes: 9 * GI },
    peakAllAtOnceAfter: { cpuMillis: 6000, memoryBytes: 9 * GI },
    fullestFileAfter: {
      file: 'web.k8s.yaml',
      limits: { cpuMillis: 4000, memoryBytes: 8 * GI },
      allowed: { cpuMillis: 5600, memoryBytes: 22 * GI },
    },
  });
});

test('where the cloud is not known, nothing is allowed or refused', () => {
  expect(quotaChange([one], [], undefined)).toEqual({
    before: { cpuMillis: 2000, memoryBytes: 4 * GI },
    after: { cpuMillis: 0, memoryBytes: 0 },
    rolloutPeakAfter: { cpuMillis: 0, memoryBytes: 0 },
    peakAllAtOnceAfter: { cpuMillis: 0, memoryBytes: 0 },
  });
});

test('a DaemonSet has a Pod on each VM, before as after', () => {
  const agent = aWorkload({ kind: 'DaemonSet', containers: [aSizedContainer('agent', '1/1Gi', '')] });

  expect(quotaChange([agent], [agent], aCloud({ vms: 3 }))).toMatchObject({
    before: { cpuMillis: 3000 },
    after: { cpuMillis: 3000 },
  });
});
