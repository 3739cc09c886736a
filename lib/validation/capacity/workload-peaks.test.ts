import { demandsOf } from '../pods/demand';
import { aCronJob, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { workloadPeaks } from './workload-peaks';

function peaksOf(manifest: Manifest, maxReplicas?: number) {
  const bounds = maxReplicas === undefined ? undefined : { minReplicas: 1, maxReplicas };
  return demandsOf([manifest], 2).flatMap((demand) =>
    workloadPeaks(demand, bounds).map((sequence) => sequence.map(({ pods, moves }) => `${pods} ${moves}`)),
  );
}

const surging = (maxSurge: number, maxUnavailable: number): JsonObject => ({
  strategy: { rollingUpdate: { maxSurge, maxUnavailable } },
});

test.each<[string, JsonObject, readonly string[]]>([
  ['must add one Pod first', { replicas: 2 }, ['3 not at all', '3 slowly']],
  ['must add one of several', { replicas: 2, ...surging(2, 0) }, ['3 not at all', '4 slowly']],
  ['may end one first', { replicas: 2, ...surging(2, 1) }, ['4 slowly']],
  ['may end one first by its per cent', { replicas: 4 }, ['5 slowly']],
  ['ends all first', { replicas: 2, strategy: { type: 'Recreate' } }, []],
  ['adds none', { replicas: 2, ...surging(0, 0) }, []],
  ['has no Pods', { replicas: 0 }, []],
])('a Deployment that %s', (_, spec, peaks) => {
  expect(peaksOf(aWorkload({ spec }))).toEqual([peaks, []]);
});

test('an autoscaler is a sequence of its own, unless it has nothing to add', () => {
  expect(peaksOf(aWorkload({ kind: 'StatefulSet' }), 4)).toEqual([['4 slowly']]);
  expect(peaksOf(aWorkload({ kind: 'StatefulSet' }), 1)).toEqual([[]]);
  expect(peaksOf(aWorkload({ kind: 'StatefulSet', spec: { replicas: 0 } }), 4)).toEqual([[]]);
});

test('a Deployment that is submitted with more replicas than its autoscaler keeps may end one of these', () => {
  const manifest = aWorkload({ spec: { replicas: 4 } });
  const [demand] = demandsOf([manifest], 2);

  const peaks = workloadPeaks({ ...demand!, steadyPods: 1 }, { minReplicas: 1, maxReplicas: 4 });

  expect(peaks.map((sequence) => sequence.map(({ moves }) => moves))).toEqual([['slowly'], ['slowly']]);
});

test('a DaemonSet surges on every VM', () => {
  const updateStrategy = { rollingUpdate: { maxSurge: '100%', maxUnavailable: 0 } };

  expect(peaksOf(aWorkload({ kind: 'DaemonSet', spec: { updateStrategy } }))).toEqual([['4 slowly']]);
  expect(peaksOf(aWorkload({ kind: 'DaemonSet' }))).toEqual([[]]);
});

test('a job begins with one Pod, and a CronJob that allows it overlaps', () => {
  const job = (spec: JsonObject) => aWorkload({ apiVersion: 'batch/v1', kind: 'Job', spec });

  expect(peaksOf(job({ parallelism: 3 }))).toEqual([['1 not at all', '3 slowly']]);
  expect(peaksOf(job({ parallelism: 0 }))).toEqual([[]]);
  expect(peaksOf(aCronJob({ spec: { parallelism: 3 } }))).toEqual([['1 not at all', '3 slowly', '6 slowly']]);
});
