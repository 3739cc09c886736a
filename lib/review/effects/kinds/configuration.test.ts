import type { JsonObject, Manifest } from '../../../validation/manifest';
import { aConfigMap, anObject } from '../../../validation/testing/reach-builders';
import { aTakenTemplate, aTakenWorkload, effectOf, effectsByObject, notesOf } from '../testing-effects';

const CONF = 'ConfigMap/znyw-prod/conf';
const WEB = 'Deployment/znyw-prod/web';

function aReader(container: JsonObject, checksum = '1', spec: JsonObject = {}): Manifest {
  const podSpec = {
    containers: [{ name: 'web', image: 'web:1', ...container }],
    volumes: [{ name: 'conf', configMap: { name: 'conf' } }],
  };
  return aTakenWorkload('Deployment', {
    ...aTakenTemplate(podSpec, { annotations: { 'checksum/config': checksum } }),
    ...spec,
  });
}

const mounted = { volumeMounts: [{ name: 'conf', mountPath: '/conf' }] };

test('restarts the workloads that read it and whose template changes too', () => {
  const effects = effectsByObject(
    [aConfigMap('conf', { a: '1' }), aReader(mounted, '1')],
    [aConfigMap('conf', { a: '2' }), aReader(mounted, '2')],
  );

  expect(effects.get(CONF)).toEqual({ effects: ['restarts'], restarts: [WEB], notes: [] });
});

test('recreates where its reader does', () => {
  const recreate = { strategy: { type: 'Recreate' } };
  const effects = effectsByObject(
    [aConfigMap('conf', { a: '1' }), aReader(mounted, '1', recreate)],
    [aConfigMap('conf', { a: '2' }), aReader(mounted, '2', recreate)],
  );

  expect(effects.get(CONF)).toEqual({ effects: ['recreates'], restarts: [WEB], notes: [] });
});

test.each<[string, JsonObject, string]>([
  [
    'files follow',
    mounted,
    'The files that web mounts follow within about a minute; no Pod restarts, so the program has to read them again by itself.',
  ],
  [
    'a subPath does not',
    { volumeMounts: [{ name: 'conf', mountPath: '/conf/a', subPath: 'a' }] },
    'web reads it as environment or through a subPath and does not see the change until a restart: kubectl rollout restart, or a checksum on the Pods.',
  ],
  [
    'an environment does not',
    { envFrom: [{ configMapRef: { name: 'conf' } }] },
    'web reads it as environment or through a subPath and does not see the change until a restart: kubectl rollout restart, or a checksum on the Pods.',
  ],
])('without a restart, %s', (_, container, note) => {
  const effect = effectOf({
    before: aConfigMap('conf', { a: '1' }),
    after: aConfigMap('conf', { a: '2' }),
    beside: [aReader(container)],
  });

  expect(effect).toMatchObject({ effects: ['none'], restarts: [] });
  expect(notesOf(effect)).toEqual([note]);
});

test.each<[string, string, JsonObject, JsonObject]>([
  [
    'content that is immutable',
    'ConfigMap',
    { data: { a: '1' }, immutable: true },
    { data: { a: '2' }, immutable: true },
  ],
  ['that it is immutable', 'ConfigMap', { immutable: true }, {}],
  ['the type of a Secret', 'Secret', { type: 'Opaque' }, { type: 'example.org/x' }],
])('%s cannot be changed', (_, kind, before, after) => {
  const [former, next] = [before, after].map((fields) => anObject('v1', kind, 'conf', fields));

  expect(effectOf({ ...(former && { before: former }), ...(next && { after: next }) }).effects).toEqual(['refused']);
});

test('a Secret in plain text that says the same changes nothing', () => {
  const effect = effectOf({
    before: anObject('v1', 'Secret', 'conf', { data: { a: 'YQ==' } }),
    after: anObject('v1', 'Secret', 'conf', { stringData: { a: 'a' } }),
  });

  expect(effect).toEqual({ effects: ['none'], restarts: [], notes: [] });
});

test('a key that was plain text stays when the YAML no longer has it, and no value is told', () => {
  const effect = effectOf({
    before: anObject('v1', 'Secret', 'conf', { stringData: { a: 'geheim', b: 'geheim' } }),
    after: anObject('v1', 'Secret', 'conf', { stringData: { a: 'geheim' } }),
  });

  expect(notesOf(effect)).toEqual([
    'Key b stays in the Secret: kubectl apply does not take out what was written as stringData.',
  ]);
});

test('one that is removed and still asked for keeps Pods from starting', () => {
  expect(notesOf(effectOf({ before: aConfigMap('conf', {}), beside: [aReader(mounted)] }))).toEqual([
    'web still asks for it: once it is deleted, a Pod of it that starts waits for ever.',
  ]);
});

test('a key that a workload does not ask for is nothing to it', () => {
  const env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'conf', key: 'a' } } }];
  const beside = [aTakenWorkload('Deployment', {}, { env })];
  const change = (after: JsonObject) =>
    effectOf({ before: aConfigMap('conf', { a: '1' }), after: aConfigMap('conf', after), beside });

  expect(notesOf(change({ a: '1', b: '1' }))).toEqual([]);
  expect(notesOf(change({ a: '2' }))).toHaveLength(1);
});
