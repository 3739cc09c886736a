import type { JsonObject } from '../manifest';
import { schemaFaults } from './schema-faults';

const faultsOf = (json: JsonObject) =>
  schemaFaults({ json, file: 'x.yaml' }).map(({ path, fault, expected }) =>
    [fault, path, ...(expected === undefined ? [] : [expected])].join(' '),
  );

test('what is unknown, missing, of another type and no quantity is named with its path', () => {
  const configMapRef = { name: 'settings', keys: 5 };
  const container = { image: 5, resources: { limits: { cpu: '1', memory: '1 GB' } }, envFrom: [{ configMapRef }] };

  expect(faultsOf({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [container] } })).toEqual([
    'missing metadata',
    'type spec.containers[0].image a text',
    'missing spec.containers[0].name',
    'quantity spec.containers[0].resources.limits.memory',
    'unknown spec.containers[0].envFrom[0].configMapRef.keys',
  ]);
});

test('an unknown name comes with those that are known in its place', () => {
  const json = { apiVersion: 'v1', kind: 'ConfigMap', metadata: {}, date: {} };

  expect(schemaFaults({ json, file: 'x.yaml' })).toEqual([
    expect.objectContaining({ fault: 'unknown', known: expect.arrayContaining(['data', 'binaryData', 'immutable']) }),
  ]);
});

test('a key that is data stands in brackets, and null in a list is an object without fields', () => {
  const data = { 'app.conf': 5 };
  const ports = [null];

  expect(faultsOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: {}, data })).toEqual(['type data[app.conf] a text']);
  expect(faultsOf({ apiVersion: 'v1', kind: 'Service', metadata: null, spec: { ports } })).toEqual([
    'missing metadata',
    'missing spec.ports[0].port',
  ]);
});

test('what is null elsewhere is as good as not there, and a value of a wrong type is not looked into', () => {
  const spec = { selector: null, template: 'x', strategy: ['x'], replicas: {}, paused: null };

  expect(faultsOf({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: {}, spec })).toEqual([
    'missing spec.selector',
    'type spec.template an object with fields',
    'type spec.strategy an object with fields',
    'type spec.replicas a whole number of 32 bits',
  ]);
});

test('a quantity may be a number, and is at fault as a list', () => {
  const requests = { cpu: 1, memory: ['1Gi'], storage: null };
  const spec = { resources: { requests }, accessModes: ['ReadWriteOnce'] };

  expect(faultsOf({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: {}, spec })).toEqual([
    'quantity spec.resources.requests.memory',
  ]);
});

test('a kind that Kubernetes 1.27 does not have has no faults', () => {
  expect(faultsOf({ apiVersion: 'example.org/v1', kind: 'Deployment', spec: { replicas: 'x' } })).toEqual([]);
});

test('a schema that is nested deeply is walked to its end', () => {
  let schema: JsonObject = { misspelt: true };
  for (let depth = 0; depth < 20_000; depth += 1) schema = { not: schema };
  const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }];
  const spec = { group: 'x', names: { kind: 'X', plural: 'x' }, scope: 'Cluster', versions };

  const [fault, ...others] = schemaFaults({
    json: { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: {}, spec },
    file: 'x.yaml',
  });
  expect(others).toEqual([]);
  expect(fault?.path).toMatch(/^spec\.versions\[v1\]\.schema\.openAPIV3Schema(?:\.not){20000}\.misspelt$/);
});
