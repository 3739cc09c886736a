import { demandsOf } from '../pods/demand';
import { aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { rolloutPeak, rolloutPeakAllAtOnce, surgePods } from './peak-demand';

const GI = 2 ** 30;

const manifests = [
  aWorkload({ name: 'web', spec: { replicas: 8 }, containers: [aSizedContainer('web', '100m/1Gi', '')] }),
  aWorkload({ name: 'api', spec: { replicas: 1 }, containers: [aSizedContainer('api', '500m/1Gi', '')] }),
  aWorkload({ name: 'mongo', kind: 'StatefulSet', containers: [aSizedContainer('mongo', '1/4Gi', '')] }),
  aCronJob({ containers: [aSizedContainer('backup', '100m/1Gi', '')] }),
];

test('the rollout peak has, of each resource, the largest surge of one workload on top of the steady sum', () => {
  expect(rolloutPeak(demandsOf(manifests, 2))).toEqual({ cpuMillis: 2300 + 500, memoryBytes: (13 + 2) * GI });
});

test('all at once are all surges and one run of each job', () => {
  expect(rolloutPeakAllAtOnce(demandsOf(manifests, 2))).toEqual({ cpuMillis: 2300 + 800, memoryBytes: 17 * GI });
});

test('nothing at all has a peak of nothing', () => {
  expect(rolloutPeak([])).toEqual({ cpuMillis: 0, memoryBytes: 0 });
});

test.each([
  ['Deployment', { replicas: 8 }, 2],
  ['Deployment', { replicas: 0 }, 0],
  ['Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, 0],
  ['StatefulSet', { replicas: 3 }, 0],
  ['DaemonSet', { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }, 1],
  ['DaemonSet', {}, 0],
])('a %s of %j surges by %d', (kind, spec, surge) => {
  expect(demandsOf([aWorkload({ kind, spec })], 2).map(surgePods)).toEqual([surge]);
});
