import * as fc from 'fast-check';
import { requestsAllowance } from './allowance';
import { countedResources } from '../quantities/counted-resources';
import { demandsOf, sumOfSteadyRequests } from '../pods/demand';
import { aCloud, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { tryVmsNeeded } from './vms-needed';

const [cpu, memory] = countedResources;

const manifestsOf = (requests: string, ofDaemonSet: string) => [
  aWorkload({ containers: [aSizedContainer('web', requests, '')] }),
  aWorkload({ kind: 'DaemonSet', containers: [aSizedContainer('agent', ofDaemonSet, '')] }),
];

test.each([
  ['8/32Gi', '0/0', 2, 2],
  ['8.001/32Gi', '0/0', 3, 2],
  ['8/33Gi', '0/0', 2, 3],
  ['8/1Gi', '1/1Gi', 3, 1],
  ['0/0', '0/0', 1, 1],
  ['0/0', '4/0', 1, 1],
])('%s and a DaemonSet of %s need %d VMs for CPU and %d for memory', (requests, ofDaemonSet, forCpu, forMemory) => {
  const demands = demandsOf(manifestsOf(requests, ofDaemonSet), 2);

  expect(tryVmsNeeded(demands, aCloud(), cpu)).toBe(forCpu);
  expect(tryVmsNeeded(demands, aCloud(), memory)).toBe(forMemory);
});

test.each([
  ['1/0', '4/0'],
  ['0/0', '4.001/0'],
])('no number of VMs holds %s where a DaemonSet of %s takes the share of each', (requests, ofDaemonSet) => {
  expect(tryVmsNeeded(demandsOf(manifestsOf(requests, ofDaemonSet), 2), aCloud(), cpu)).toBeUndefined();
});

test('the number of VMs is enough, and one less is not', () => {
  const millis = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(millis, fc.nat({ max: 3999 }), (fixed, perVm) => {
      const manifests = manifestsOf(`${fixed}m/`, `${perVm}m/`);
      const fits = (vms: number) =>
        sumOfSteadyRequests(demandsOf(manifests, vms)).cpuMillis <= requestsAllowance(aCloud({ vms })).cpuMillis;

      const needed = tryVmsNeeded(demandsOf(manifests, 2), aCloud(), cpu) ?? 0;

      expect(fits(needed)).toBe(true);
      expect(fits(needed - 1)).toBe(false);
    }),
  );
});
