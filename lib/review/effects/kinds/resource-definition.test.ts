import type { JsonObject } from '../../../validation/manifest';
import { effectOf, notesOf } from '../testing-effects';

const aVersion = (name: string, fields: JsonObject = {}): JsonObject => ({
  name,
  served: true,
  storage: true,
  schema: { openAPIV3Schema: { type: 'object' } },
  ...fields,
});
const aDefinition = (...versions: readonly JsonObject[]) => ({
  file: 'definition.yaml',
  json: {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'tasks.example.org' },
    spec: { group: 'example.org', scope: 'Namespaced', names: { plural: 'tasks', kind: 'Task' }, versions },
  },
});

test.each<[string, readonly JsonObject[], string]>([
  [
    'a version that was stored and goes',
    [aVersion('v2')],
    'Version v1 was the one that objects are stored in, and cannot go as long as status.storedVersions names it. Leave it with storage: false, write all objects anew, take it out of the status, and then out of the definition.',
  ],
  [
    'two versions that are stored',
    [aVersion('v1'), aVersion('v2')],
    'Of spec.versions one has storage: true, and these have: v1, v2.',
  ],
  [
    'a version without a schema',
    [aVersion('v1', { schema: null })],
    'Each of spec.versions has a schema.openAPIV3Schema, and v1 has none.',
  ],
])('%s is refused', (_, versions, note) => {
  const effect = effectOf({ before: aDefinition(aVersion('v1')), after: aDefinition(...versions) });

  expect(effect.effects).toEqual(['refused']);
  expect(notesOf(effect)).toEqual([note]);
});

test('another version beside the one that is stored is no matter', () => {
  const after = aDefinition(aVersion('v1', { storage: false }), aVersion('v2'));

  expect(effectOf({ before: aDefinition(aVersion('v1')), after }).effects).toEqual(['none']);
});

test('all objects of the kind go with it', () => {
  expect(effectOf({ before: aDefinition(aVersion('v1')) }).effects).toEqual(['data-lost']);
});
