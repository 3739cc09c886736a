import { App, ApiObject, Chart } from 'cdk8s';
import { lazy } from './lazy';

test('a value is produced when its object is rendered, from what is known by then', () => {
  const chart = new Chart(new App(), 'chart');
  const hosts: string[] = [];
  const object = new ApiObject(chart, 'config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: lazy(() => ({ hosts: hosts.join() })),
  });

  hosts.push('one', 'two');

  expect(object.toJson()).toHaveProperty('data', { hosts: 'one,two' });
});
