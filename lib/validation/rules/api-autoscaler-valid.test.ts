import type { JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiAutoscalerValid } from './api-autoscaler-valid';

const TARGET = { scaleTargetRef: { kind: 'Deployment', name: 'web' }, maxReplicas: 4 };
const scaler = (spec: JsonObject) => anObject('autoscaling/v2', 'HorizontalPodAutoscaler', { ...TARGET, ...spec });
const metric = (parts: JsonObject) => scaler({ metrics: [parts] });
const UTILIZATION = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } };

test.each<[string, Manifest]>([
  ['bounds', scaler({ minReplicas: 4 })],
  [
    'metrics',
    scaler({
      metrics: [
        { type: 'Resource', resource: UTILIZATION },
        { type: 'Pods', pods: { metric: { name: 'a' }, target: { type: 'AverageValue', averageValue: '10' } } },
        {
          type: 'Object',
          object: {
            describedObject: { kind: 'A', name: 'b' },
            metric: { name: 'c' },
            target: { type: 'Value', value: 1, averageValue: 1 },
          },
        },
      ],
    }),
  ],
  [
    'behavior',
    scaler({
      behavior: {
        scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
        scaleDown: { stabilizationWindowSeconds: 3600, selectPolicy: 'Disabled' },
      },
    }),
  ],
  ['another kind', aService({ maxReplicas: 0 })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiAutoscalerValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a minimum above the maximum',
    scaler({ minReplicas: 5 }),
    ['spec.maxReplicas: is 4; minReplicas is 5, and the maximum may not be less'],
  ],
  ['a minimum of 0', scaler({ minReplicas: 0 }), ['spec.minReplicas: is 0; 1 or more is expected']],
  ['a maximum of 0', scaler({ maxReplicas: 0 }), ['spec.maxReplicas: is 0; 1 or more is expected']],
  [
    'a target',
    scaler({ scaleTargetRef: { kind: '', name: 'a/b' } }),
    [
      'spec.scaleTargetRef.kind: is ""; a name without "/" and "%", which is not "." or "..", is expected',
      'spec.scaleTargetRef.name: is "a/b"; a name without "/" and "%", which is not "." or "..", is expected',
    ],
  ],
  [
    'a metric of another type',
    metric({ type: 'Pods', resource: UTILIZATION }),
    [
      'spec.metrics[0].pods: is missing; the type Pods asks for it',
      'spec.metrics[0].resource: is given; with the type Pods only pods is expected',
    ],
  ],
  [
    'a type',
    metric({ type: 'CPU', resource: UTILIZATION }),
    ['spec.metrics[0].type: is "CPU"; Object, Pods, Resource, ContainerResource or External is expected'],
  ],
  [
    'no target of a metric',
    metric({ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }),
    ['spec.metrics[0].resource.target: has no target; averageUtilization or averageValue is expected'],
  ],
  [
    'two targets of a metric',
    metric({
      type: 'External',
      external: { metric: { name: 'a' }, target: { type: 'Value', value: 1, averageValue: 1 } },
    }),
    ['spec.metrics[0].external.target: has value and averageValue; value or averageValue is expected'],
  ],
  [
    'targets that cannot be',
    metric({ type: 'Resource', resource: { name: '', target: { type: 'Average', averageUtilization: 0 } } }),
    [
      'spec.metrics[0].resource.target.type: is "Average"; Utilization, Value or AverageValue is expected',
      'spec.metrics[0].resource.target.averageUtilization: is 0; 1 or more is expected',
      'spec.metrics[0].resource.name: is empty; a value is expected',
    ],
  ],
  [
    'a target of 0',
    metric({ type: 'Pods', pods: { metric: { name: 'a%' }, target: { type: 'AverageValue', averageValue: '0' } } }),
    [
      'spec.metrics[0].pods.target.averageValue: is 0; more than 0 is expected',
      'spec.metrics[0].pods.metric.name: is "a%"; a name without "/" and "%", which is not "." or "..", is expected',
    ],
  ],
  [
    'a resource of a container',
    metric({ type: 'ContainerResource', containerResource: { ...UTILIZATION, name: 'gpu', container: 'A' } }),
    [
      'spec.metrics[0].containerResource.container: is "A"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
      'spec.metrics[0].containerResource.name: is "gpu"; a resource that containers have is expected',
    ],
  ],
  [
    'behavior',
    scaler({
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 3601, selectPolicy: 'Most', policies: [] },
        scaleDown: { policies: [{ type: 'All', value: 0, periodSeconds: 1801 }] },
      },
    }),
    [
      'spec.behavior.scaleUp.stabilizationWindowSeconds: is 3601; 0 to 3600 is expected',
      'spec.behavior.scaleUp.selectPolicy: is "Most"; Max, Min or Disabled is expected',
      'spec.behavior.scaleUp.policies: is empty; at least one item is expected',
      'spec.behavior.scaleDown.policies[0].type: is "All"; Pods or Percent is expected',
      'spec.behavior.scaleDown.policies[0].value: is 0; 1 or more is expected',
      'spec.behavior.scaleDown.policies[0].periodSeconds: is 1801; 1 to 1800 is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiAutoscalerValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = scaler({ minReplicas: 5 });

  expect(apiAutoscalerValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec.maxReplicas', message: 'is 4; minReplicas is 5, and the maximum may not be less' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiAutoscalerValid)).not.toThrow();
});
