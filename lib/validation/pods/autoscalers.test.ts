import { Autoscalers } from './autoscalers';
import { aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';

const TARGET = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

function anAutoscaler(spec: JsonObject, parts: { apiVersion?: string; namespace?: string } = {}): Manifest {
  const { apiVersion = 'autoscaling/v2', namespace = 'znyw-prod' } = parts;
  const metadata = { name: 'web', namespace };
  return {
    file: 'web.k8s.yaml',
    json: { apiVersion, kind: 'HorizontalPodAutoscaler', metadata, spec: { scaleTargetRef: TARGET, ...spec } },
  };
}

test.each(['autoscaling/v1', 'autoscaling/v2'])(
  'an autoscaler of %s bounds the workload that it targets',
  (apiVersion) => {
    const autoscalers = new Autoscalers([anAutoscaler({ minReplicas: 2, maxReplicas: 5 }, { apiVersion })]);

    expect(autoscalers.tryBoundsOf(aWorkload())).toEqual({ minReplicas: 2, maxReplicas: 5 });
  },
);

test.each<[string, JsonObject, { apiVersion?: string; namespace?: string }]>([
  ['another name', { scaleTargetRef: { ...TARGET, name: 'api' } }, {}],
  ['another kind', { scaleTargetRef: { ...TARGET, kind: 'StatefulSet' } }, {}],
  ['another API group', { scaleTargetRef: { ...TARGET, apiVersion: 'v1' } }, {}],
  ['no API group', { scaleTargetRef: { kind: 'Deployment', name: 'web' } }, {}],
  ['another namespace', {}, { namespace: 'znyw-test' }],
  ['a version that is not served any more', {}, { apiVersion: 'autoscaling/v2beta2' }],
])('an autoscaler with %s does not bound the workload', (_difference, spec, parts) => {
  const autoscalers = new Autoscalers([anAutoscaler({ maxReplicas: 5, ...spec }, parts)]);

  expect(autoscalers.tryBoundsOf(aWorkload())).toBeUndefined();
});

test.each<[JsonObject, number, number]>([
  [{ maxReplicas: 5 }, 1, 5],
  [{ minReplicas: 0, maxReplicas: 5 }, 0, 5],
  [{ minReplicas: 3, maxReplicas: 2 }, 3, 3],
  [{ minReplicas: 3 }, 3, 3],
  [{ minReplicas: 'x', maxReplicas: null }, 1, 1],
])('the bounds %j keep from %d to %d Pods', (spec, minReplicas, maxReplicas) => {
  expect(new Autoscalers([anAutoscaler(spec)]).tryBoundsOf(aWorkload())).toEqual({ minReplicas, maxReplicas });
});

test('of two autoscalers for one workload the larger bounds count', () => {
  const autoscalers = new Autoscalers([
    anAutoscaler({ minReplicas: 3, maxReplicas: 4 }),
    anAutoscaler({ minReplicas: 1, maxReplicas: 6 }),
  ]);

  expect(autoscalers.tryBoundsOf(aWorkload())).toEqual({ minReplicas: 3, maxReplicas: 6 });
});

test.each<[Json]>([[null], ['x'], [[]], [{ scaleTargetRef: [] }]])('a spec of %j bounds nothing', (spec) => {
  const manifest = { file: '', json: { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec } };

  expect(new Autoscalers([manifest]).tryBoundsOf(aWorkload())).toBeUndefined();
});
