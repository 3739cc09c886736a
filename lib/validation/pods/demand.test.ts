import * as fc from 'fast-check';
import { demandsOf, steadyRequests, sumOfSteadyRequests } from './demand';
import { aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';

const GI = 2 ** 30;

test('each workload has its Pods and what one of them is charged, and other objects ask nothing', () => {
  const service = aWorkload({ apiVersion: 'v1', kind: 'Service' });
  const web = aWorkload({ spec: { replicas: 2 }, containers: [aSizedContainer('web', '100m/1Gi', '200m/2Gi')] });

  const demands = demandsOf([service, web, aCronJob()], 2);

  expect(demands.map(({ workload, steadyPods, peakPods }) => [workload.kind, steadyPods, peakPods])).toEqual([
    ['Deployment', 2, 3],
    ['CronJob', 0, 1],
  ]);
  expect(demands[0]?.charge).toEqual({
    requests: { cpuMillis: 100, memoryBytes: GI },
    limits: { cpuMillis: 200, memoryBytes: 2 * GI },
  });
});

test('what runs steadily is requested for every Pod, and jobs request nothing', () => {
  const container = aSizedContainer('c', '100m/1Gi', '1/2Gi');
  const demands = demandsOf(
    [
      aWorkload({ spec: { replicas: 3 }, containers: [container] }),
      aWorkload({ name: 'agent', kind: 'DaemonSet', containers: [container] }),
      aCronJob({ containers: [container] }),
    ],
    2,
  );

  expect(demands.map(steadyRequests).map(({ cpuMillis }) => cpuMillis)).toEqual([300, 200, 0]);
  expect(sumOfSteadyRequests(demands)).toEqual({ cpuMillis: 500, memoryBytes: 5 * GI });
});

test('nothing requests nothing', () => {
  expect(sumOfSteadyRequests(demandsOf([], 2))).toEqual({ cpuMillis: 0, memoryBytes: 0 });
});

test('the sum is exact', () => {
  const workload = fc.record({ millis: fc.nat({ max: 64_000 }), bytes: fc.nat(), replicas: fc.nat({ max: 100 }) });
  fc.assert(
    fc.property(fc.array(workload), (workloads) => {
      const manifests = workloads.map(({ millis, bytes, replicas }) =>
        aWorkload({ spec: { replicas }, containers: [aSizedContainer('c', `${millis}m/${bytes}`, '')] }),
      );
      let [cpu, memory] = [0n, 0n];
      for (const { millis, bytes, replicas } of workloads) {
        cpu += BigInt(millis) * BigInt(replicas);
        memory += BigInt(bytes) * BigInt(replicas);
      }

      const sum = sumOfSteadyRequests(demandsOf(manifests, 2));

      expect([BigInt(sum.cpuMillis), BigInt(sum.memoryBytes)]).toEqual([cpu, memory]);
    }),
  );
});
