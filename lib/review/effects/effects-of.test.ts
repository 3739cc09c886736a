import * as fc from 'fast-check';
import { kindOf } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { oddManifests } from '../../validation/testing/odd-manifests';
import { aConfigMap, anObject, aPolicy, aServer, aService } from '../../validation/testing/reach-builders';
import { withDefaults } from './defaults/with-defaults';
import { effectsOf } from './effects-of';
import { aTakenWorkload, effectsByObject } from './testing-effects';

const NONE = { effects: ['none'], restarts: [], notes: [] };
const samples: readonly Manifest[] = [
  aTakenWorkload('Deployment', { replicas: 2 }, { env: [{ name: 'A', value: '1' }] }),
  aTakenWorkload('StatefulSet', { serviceName: 'web' }),
  aTakenWorkload('DaemonSet'),
  aServer('api'),
  aService('web'),
  aConfigMap('conf', { a: '1' }),
  aPolicy('web', { ingress: [{ from: [{ podSelector: { matchLabels: { app: 'api' } } }] }] }),
  anObject('v1', 'PersistentVolumeClaim', 'data', { spec: { resources: { requests: { storage: '1Gi' } } } }),
  anObject('batch/v1', 'Job', 'web', { spec: { template: { spec: { restartPolicy: 'Never' } } } }),
  anObject('networking.k8s.io/v1', 'Ingress', 'web', { spec: { rules: [{ host: 'a.example' }] } }),
];

test.each(samples.map((sample) => [kindOf(sample), sample] as const))(
  'a %s against itself with its defaults written out does nothing',
  (_, sample) => {
    const complete = { ...sample, json: withDefaults(sample.json) };

    expect([...effectsByObject([sample], [complete]).values()]).toEqual([NONE]);
    expect([...effectsByObject([complete], [sample]).values()]).toEqual([NONE]);
  },
);

test('odd input never throws, and what is said reads as a text', () => {
  fc.assert(
    fc.property(oddManifests(...samples), oddManifests(...samples), (before, after) => {
      for (const { effects, restarts, notes } of effectsByObject(before, after).values()) {
        expect(effects.length).toBeGreaterThan(0);
        expect(effects.includes('none') && effects.length > 1).toBe(false);
        expect([...restarts]).toEqual([...restarts].sort());
        for (const { en, zh } of notes) {
          expect(`${en}${zh}`).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('an object without a namespace stands in that of the environment', () => {
  const [before, after] = ['1', '2'].map((value) => aConfigMap('conf', { a: value }, { namespace: '' }));
  const reader = aServer('web', { container: { envFrom: [{ configMapRef: { name: 'conf' } }] } });
  if (before === undefined || after === undefined) throw new Error('two are expected');
  const pair = { id: 'ConfigMap/znyw-prod/conf', before, after };

  const effects = effectsOf([pair], {
    before: [before, reader],
    after: [after, reader],
    defaultNamespace: 'znyw-prod',
  });

  expect(effects.get(pair)?.notes).toHaveLength(1);
});

test('takes as long as the set is large, not as its square', () => {
  const set = (image: string) =>
    Array.from({ length: 500 }, (_, index) => [
      aServer(`web-${index}`, { container: { image } }),
      aService(`web-${index}`),
      aPolicy(`web-${index}`, { ingress: [{ from: [{ podSelector: { matchLabels: { app: `web-${index - 1}` } } }] }] }),
    ]).flat();

  const start = performance.now();
  const effects = effectsByObject(set('web:1'), set('web:2'));

  expect([...effects.values()].filter(({ effects: [first] }) => first === 'restarts')).toHaveLength(500);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('a newer version of the same group is no change', () => {
  const { json, file } = aTakenWorkload('Deployment');
  const before = { file, json: { ...json, apiVersion: 'apps/v1beta2' } };

  expect([...effectsByObject([before], [{ file, json }]).values()]).toEqual([NONE]);
});

test('an object that is new is refused like one that changes', () => {
  const taken = aTakenWorkload('Deployment');
  const broken = aTakenWorkload('Deployment', { replicas: '2' });

  expect([...effectsByObject([], [taken]).values()]).toEqual([NONE]);
  expect([...effectsByObject([], [broken]).values()].map(({ effects }) => effects)).toEqual([['refused']]);
});

test('of an object with many faults the first are told, with no secret in them', () => {
  const env = Array.from({ length: 30 }, (_, index) => ({ name: `A_${index}`, value: index }));
  const labels = { password: 'let me in' };
  const [effect] = effectsByObject(
    [],
    [aTakenWorkload('Deployment', { template: { metadata: { labels } } }, { env })],
  ).values();
  const [many] = effectsByObject([], [aTakenWorkload('Deployment', {}, { env })]).values();

  expect(JSON.stringify(effect)).not.toContain('let me in');
  expect(many?.notes).toHaveLength(21);
  expect(many?.notes.at(-1)?.en).toBe('There are 10 more; znyw check says all.');
});

test('white space around an image is taken in a template, and its Pods are not', () => {
  const [before, after] = ['web:2', ' web:2'].map((image) => aTakenWorkload('Deployment', {}, { image }));
  const [effect] = effectsByObject(before ? [before] : [], after ? [after] : []).values();

  expect(effect?.effects).toEqual(['restarts']);
  expect(effect?.notes[0]?.en).toMatch(/^It is taken, and its new Pods are refused: /);
});
