import { Autoscalers } from './autoscalers';
import type { JsonObject, Manifest } from '../manifest';
import { aCronJob, aWorkload } from '../testing/manifest-builders';
import { podCounts } from './pod-counts';
import { workloadsAmong } from './pods';

function countsOf(manifest: Manifest, others: readonly Manifest[] = [], vms = 2) {
  const [counts] = workloadsAmong([manifest]).map((workload) => podCounts(workload, new Autoscalers(others), vms));
  return counts;
}

function anAutoscaler(minReplicas: number, maxReplicas: number): Manifest {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  return {
    file: 'web.k8s.yaml',
    json: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { namespace: 'znyw-prod', name: 'web' },
      spec: { scaleTargetRef, minReplicas, maxReplicas },
    },
  };
}

test.each<[string, string, JsonObject, number, number]>([
  ['apps/v1', 'Deployment', {}, 1, 2],
  ['apps/v1', 'Deployment', { replicas: 4 }, 4, 5],
  ['apps/v1', 'Deployment', { replicas: 0 }, 0, 0],
  ['apps/v1', 'Deployment', { replicas: '4' }, 1, 2],
  ['apps/v1', 'Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, 3, 3],
  ['apps/v1', 'StatefulSet', { replicas: 3 }, 3, 3],
  ['apps/v1', 'StatefulSet', {}, 1, 1],
  ['apps/v1', 'ReplicaSet', { replicas: 3 }, 3, 3],
  ['v1', 'ReplicationController', { replicas: 3 }, 3, 3],
  ['apps/v1', 'DaemonSet', { replicas: 9 }, 2, 2],
  ['apps/v1', 'DaemonSet', { updateStrategy: { rollingUpdate: { maxSurge: '50%' } } }, 2, 3],
  ['v1', 'Pod', {}, 1, 1],
  ['batch/v1', 'Job', {}, 0, 1],
  ['batch/v1', 'Job', { parallelism: 3 }, 0, 3],
  ['batch/v1', 'Job', { parallelism: 3, completions: 2 }, 0, 2],
  ['batch/v1', 'Job', { completions: 5 }, 0, 1],
  ['batch/v1', 'Job', { parallelism: 0 }, 0, 0],
  ['batch/v1', 'Job', { parallelism: 3, completions: null }, 0, 3],
  ['batch/v1', 'Job', { suspend: true }, 0, 1],
])('a %s %s with %j has %d Pods, and %d at its peak', (apiVersion, kind, spec, steady, peak) => {
  expect(countsOf(aWorkload({ apiVersion, kind, spec }))).toEqual({ steady, peak });
});

test('a CronJob has the Pods of its Job while this runs', () => {
  expect(countsOf(aCronJob({ spec: { parallelism: 2 } }))).toEqual({ steady: 0, peak: 2 });
});

test('an autoscaled workload has minReplicas, and at its peak maxReplicas with their surge', () => {
  expect(countsOf(aWorkload({ spec: { replicas: 7 } }), [anAutoscaler(2, 5)])).toEqual({ steady: 2, peak: 7 });
});

test('an autoscaler is switched off by 0 replicas', () => {
  expect(countsOf(aWorkload({ spec: { replicas: 0 } }), [anAutoscaler(2, 5)])).toEqual({ steady: 0, peak: 0 });
});

test('an autoscaler of another workload changes nothing', () => {
  expect(countsOf(aWorkload({ name: 'api' }), [anAutoscaler(2, 5)])).toEqual({ steady: 1, peak: 2 });
});
