import type { JsonObject } from '../manifest';
import { typedFields } from './typed-fields';

const fieldsOf = (json: JsonObject) =>
  typedFields({ json, file: 'x.yaml' }).map(
    ({ field, type, demanded }) => `${field.path}: ${type}${demanded ? '!' : ''}`,
  );

test('the fields of an object come with their types, those that are demanded and missing as well', () => {
  const configMapRef = { name: 'settings', keys: 5 };
  const spec = { containers: [{ image: 'x', resources: { limits: { cpu: '1' } }, envFrom: [{ configMapRef }] }] };

  expect(fieldsOf({ apiVersion: 'v1', kind: 'Pod', spec })).toEqual([
    ': KubePodProps!',
    'apiVersion: string',
    'kind: string',
    'spec: PodSpec!',
    'metadata: ObjectMeta!',
    'spec.containers: Container[]!',
    'spec.containers[0]: Container',
    'spec.containers[0].image: string',
    'spec.containers[0].resources: ResourceRequirements',
    'spec.containers[0].envFrom: EnvFromSource[]',
    'spec.containers[0].name: string!',
    'spec.containers[0].resources.limits: quantity{}',
    'spec.containers[0].envFrom[0]: EnvFromSource',
    'spec.containers[0].resources.limits.cpu: quantity',
    'spec.containers[0].envFrom[0].configMapRef: ConfigMapEnvSource',
    'spec.containers[0].envFrom[0].configMapRef.name: string',
    'spec.containers[0].envFrom[0].configMapRef.keys: unknown',
  ]);
});

test('a key that is data stands in brackets, and null in a list is an object without fields', () => {
  const data = { 'app.conf': '' };
  const ports = [null];

  expect(fieldsOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: {}, data })).toContain('data[app.conf]: string');
  expect(fieldsOf({ apiVersion: 'v1', kind: 'Service', metadata: null, spec: { ports } })).toEqual(
    expect.arrayContaining(['metadata: ObjectMeta!', 'spec.ports[0].port: int32!']),
  );
});

test('what is null elsewhere is not looked into, and a value of a wrong type neither', () => {
  const spec = { selector: null, template: 'x', strategy: ['x'], replicas: {} };

  expect(fieldsOf({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: {}, spec }).slice(5)).toEqual([
    'spec.selector: LabelSelector!',
    'spec.template: PodTemplateSpec!',
    'spec.strategy: DeploymentStrategy',
    'spec.replicas: int32',
  ]);
});

test('a kind that Kubernetes 1.27 does not have has no fields', () => {
  expect(fieldsOf({ apiVersion: 'example.org/v1', kind: 'Deployment', spec: { replicas: 1 } })).toEqual([]);
});

test('a schema that is nested deeply is walked to its end', () => {
  let schema: JsonObject = {};
  for (let depth = 0; depth < 20_000; depth += 1) schema = { not: schema };
  const spec = { versions: [{ schema: { openAPIV3Schema: schema } }] };

  const json = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', spec };
  expect(typedFields({ json, file: 'x.yaml' }).length).toBeGreaterThan(20_000);
});
