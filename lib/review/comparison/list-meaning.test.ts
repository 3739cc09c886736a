import { tryFieldsOf } from '../../validation/schema/field-table';
import { isOrdered, KEYS, ORDERLESS_ITEMS, SETS, tryItemName } from './list-meaning';

test('every type and field of the tables is one of Kubernetes 1.27', () => {
  for (const [type, keys] of KEYS) {
    for (const key of keys) {
      const last = key.split('.').reduce((holder, name) => tryFieldsOf(holder)?.get(name)?.type ?? 'missing', type);
      expect([type, key, last]).toEqual([type, key, expect.stringMatching(/^(?:string|int32)$/)]);
    }
  }
  for (const type of ORDERLESS_ITEMS) expect([type, tryFieldsOf(type) !== undefined]).toEqual([type, true]);
  for (const owner of SETS) {
    const [type = '', field = ''] = owner.split('.');
    expect([owner, tryFieldsOf(type)?.get(field)?.type]).toEqual([
      owner,
      expect.stringMatching(/^(?:string|int32|int64)\[\]$/),
    ]);
  }
});

test.each([
  ['Container.ports', 'ContainerPort', { containerPort: 8080, protocol: 'TCP' }, '8080'],
  ['Container.ports', 'ContainerPort', { containerPort: 53, protocol: 'UDP' }, '53/UDP'],
  ['Container.volumeMounts', 'VolumeMount', { name: 'data', mountPath: '/data' }, '/data'],
  ['Container.envFrom', 'EnvFromSource', { configMapRef: { name: 'web' } }, 'web'],
  [
    'PodSpec.topologySpreadConstraints',
    'TopologySpreadConstraint',
    { topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
    'zone,DoNotSchedule',
  ],
  ['Capabilities.drop', 'string', 'ALL', 'ALL'],
  ['Container.args', 'string', 'ALL', undefined],
  ['Container.env', 'EnvVar', null, undefined],
  ['Container.env', 'EnvVar', { value: 'x' }, undefined],
])('an item of %s of type %s is named by what tells it apart', (owner, type, item, name) => {
  expect(tryItemName(owner, type, item)).toBe(name);
});

test('the order of arguments has a meaning, that of ports of a Service and of verbs has none', () => {
  expect(isOrdered('Container.args', 'string')).toBe(true);
  expect(isOrdered('ServiceSpec.ports', 'ServicePort')).toBe(false);
  expect(isOrdered('PolicyRule.verbs', 'string')).toBe(false);
});
