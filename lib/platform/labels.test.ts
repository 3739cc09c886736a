import { selectorLabels, workloadLabels } from './labels';

test('Pods are found by the name of their workload and the project', () => {
  expect(selectorLabels('anomaly-mongo')).toEqual({
    'app.kubernetes.io/name': 'anomaly-mongo',
    'app.kubernetes.io/part-of': 'znyw',
  });
});

test('objects have the labels by which Pods are found, and what they are', () => {
  expect(workloadLabels('anomaly-mongo', 'anomaly', 'store')).toEqual({
    'app.kubernetes.io/name': 'anomaly-mongo',
    'app.kubernetes.io/part-of': 'znyw',
    'app.kubernetes.io/component': 'store',
    'app.kubernetes.io/managed-by': 'cdk8s',
    'znyw/stack': 'anomaly',
  });
});
