import { Field } from './field';
import type { Json } from '../manifest';
import { metricProblems } from './metric-problems';

const ask = (metric: Json) =>
  metricProblems(new Field('metric', metric)).map(({ field, message }) => `${field}: ${message}`);
const target = (parts: Json) => ({ type: 'Resource', resource: { name: 'cpu', target: parts } });

test('a metric with its source and one target is fine', () => {
  expect(ask(target({ type: 'AverageValue', averageValue: '500m' }))).toEqual([]);
});

test.each<[Json, readonly string[]]>([
  [{ type: 'CPU' }, ['metric.type: is "CPU"; Object, Pods, Resource, ContainerResource or External is expected']],
  [{ type: 'Pods' }, ['metric.pods: is missing; the type Pods asks for it']],
  [
    target({ type: 'Value' }),
    ['metric.resource.target: has no target; averageUtilization or averageValue is expected'],
  ],
  [
    target({ type: 'Value', averageValue: '-1' }),
    ['metric.resource.target.averageValue: is -1; more than 0 is expected'],
  ],
])('%j is not', (metric, problems) => {
  expect(ask(metric)).toEqual(problems);
});
