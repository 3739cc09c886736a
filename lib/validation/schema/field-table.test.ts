import { servedKinds, tryFieldsOf, tryTypeOfKind } from './field-table';

test('a kind has a type in the versions that Kubernetes 1.27 serves', () => {
  expect(tryTypeOfKind('apps/v1', 'Deployment')).toBe('KubeDeploymentProps');
  expect(tryTypeOfKind('extensions/v1beta1', 'Deployment')).toBeUndefined();
  expect(tryTypeOfKind('v1', 'constructor')).toBeUndefined();
});

test('a type has fields with their types, and those that are demanded', () => {
  expect(Object.fromEntries(tryFieldsOf('KeyToPath') ?? [])).toEqual({
    key: { type: 'string', demanded: true },
    mode: { type: 'int32', demanded: false },
    path: { type: 'string', demanded: true },
  });
});

test.each(['string', 'quantity{}', 'EnvVar[]', 'constructor'])('%s has no fields', (type) => {
  expect(tryFieldsOf(type)).toBeUndefined();
});

test('the kinds come sorted, with their versions', () => {
  const kinds = servedKinds();

  expect(kinds).toContain('batch/v1 CronJob');
  expect(kinds).toEqual([...kinds].sort());
});
