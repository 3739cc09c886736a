import type { JsonObject } from '../../../validation/manifest';
import { aService } from '../../../validation/testing/reach-builders';
import { aTakenTemplate, aTakenWorkload, effectOf, notesOf } from '../testing-effects';

const WEB = 'Deployment/znyw-prod/web';
const aDeployment = (spec: JsonObject = {}, container: JsonObject = {}) =>
  aTakenWorkload('Deployment', spec, container);
const newer = { image: 'web:2' };
const recreate = { strategy: { type: 'Recreate' } };

test('a new image restarts the Pods, with what may be away meanwhile', () => {
  const effect = effectOf({ before: aDeployment({ replicas: 4 }), after: aDeployment({ replicas: 4 }, newer) });

  expect(effect).toMatchObject({ effects: ['restarts'], restarts: [WEB] });
  expect(notesOf(effect)).toEqual(['Rolling update: of 4 at most 1 may be away, and at most 1 more run meanwhile.']);
  expect(notesOf(effect, 'zh')).toEqual(['滚动更新：共 4 个 Pod，最多 1 个不可用，期间最多多出 1 个。']);
});

test('where all may be away, nothing may serve for a while', () => {
  const strategy = { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } };

  expect(notesOf(effectOf({ before: aDeployment(strategy), after: aDeployment(strategy, newer) }))).toEqual([
    'Rolling update of 1 with maxUnavailable 1: nothing may serve until a new Pod is ready.',
  ]);
});

test('with Recreate all Pods end before new ones start', () => {
  const effect = effectOf({ before: aDeployment(recreate), after: aDeployment(recreate, newer) });

  expect(effect).toMatchObject({ effects: ['recreates'], restarts: [WEB] });
  expect(notesOf(effect)).toEqual([
    'Its Pod ends, with 30 s to stop, before 1 new one starts; nothing serves in between.',
  ]);
});

test.each<[string, JsonObject, JsonObject, string]>([
  [
    'a strategy alone',
    { strategy: { rollingUpdate: { maxSurge: 1 } } },
    recreate,
    'The strategy Recreate takes the place of RollingUpdate; it counts from the next change of the template.',
  ],
  ['a number of Pods', {}, { replicas: 3 }, 'Scaled from 1 to 3: 2 more start, the others go on.'],
  ['fewer Pods', { replicas: 3 }, {}, 'Scaled from 3 to 1: 2 of its Pods end, the others go on.'],
  [
    'the end of a pause',
    { paused: true },
    {},
    'It goes on after a pause: what changed in its template meanwhile rolls out now.',
  ],
])('%s restarts nothing', (_, before, after, note) => {
  const effect = effectOf({ before: aDeployment(before), after: aDeployment(after) });

  expect(effect).toMatchObject({ effects: ['none'], restarts: [] });
  expect(notesOf(effect)).toEqual([note]);
});

test.each<[string, JsonObject, JsonObject]>([
  ['without Pods before', { replicas: 0 }, { replicas: 1 }],
  ['without Pods after', {}, { replicas: 0 }],
  ['while it is paused', {}, { paused: true }],
])('a new template restarts nothing %s', (_, before, after) => {
  expect(effectOf({ before: aDeployment(before), after: aDeployment(after, newer) })).toMatchObject({
    effects: ['none'],
    restarts: [],
  });
});

test.each<[string, JsonObject, JsonObject]>([
  ['of variables', { env: [{ name: 'A' }, { name: 'B' }] }, { env: [{ name: 'B' }, { name: 'A' }] }],
  [
    'of ports',
    { ports: [{ containerPort: 1 }, { containerPort: 2 }] },
    { ports: [{ containerPort: 2 }, { containerPort: 1 }] },
  ],
  ['of arguments', { args: ['a', 'b'] }, { args: ['b', 'a'] }],
])('the API server takes another order %s for another template', (_, before, after) => {
  expect(effectOf({ before: aDeployment({}, before), after: aDeployment({}, after) }).effects).toEqual(['restarts']);
});

test('defaults that are written out restart nothing', () => {
  const after = aDeployment({ replicas: 1, minReadySeconds: 0 }, { imagePullPolicy: 'IfNotPresent' });

  expect(effectOf({ before: aDeployment(), after })).toEqual({ effects: ['none'], restarts: [], notes: [] });
});

test('a selector cannot be changed, and nothing restarts then', () => {
  const labels = { app: 'web', tier: 'front' };
  const after = aDeployment({ selector: { matchLabels: labels }, ...aTakenTemplate({}, { labels }) });

  const effect = effectOf({ before: aDeployment(), after });

  expect(effect).toMatchObject({ effects: ['refused'], restarts: [] });
  expect(notesOf(effect)).toEqual([
    'spec.selector cannot be changed once the object is there (is app=web, would be app=web, tier=front). Delete the workload and apply it again, which ends its Pods before new ones start, or keep the value.',
  ]);
});

test('labels of Pods that the selector does not find are refused', () => {
  const after = aDeployment(aTakenTemplate({}, { labels: { app: 'other' } }));

  expect(effectOf({ before: aDeployment(), after }).effects).toEqual(['refused']);
});

test('what the API server refuses as such is refused, what it took before is not', () => {
  const typo = { imagePullPolicy: 'Sometimes' };

  expect(effectOf({ before: aDeployment(), after: aDeployment({}, typo) }).effects).toEqual(['refused']);
  expect(effectOf({ before: aDeployment({}, typo), after: aDeployment({}, { ...typo, ...newer }) }).effects).toEqual([
    'restarts',
  ]);
});

test('without replicas, the Services lead nowhere', () => {
  const effect = effectOf({ before: aDeployment(), after: aDeployment({ replicas: 0 }), beside: [aService('web')] });

  expect(effect.effects).toEqual(['traffic']);
  expect(notesOf(effect)).toEqual([
    'Scaled from 1 to 0: all of its Pods end.',
    'Nothing serves behind Service web from now on.',
  ]);
});

test('what a volume held stays in its claim when the Pods mount another', () => {
  const withVolume = (source: JsonObject) => aDeployment(aTakenTemplate({ volumes: [{ name: 'data', ...source }] }));
  const effect = effectOf({
    before: withVolume({ persistentVolumeClaim: { claimName: 'web-data' } }),
    after: withVolume({ emptyDir: {} }),
  });

  expect(effect.effects).toEqual(['restarts']);
  expect(notesOf(effect)[1]).toBe(
    'Its Pods no longer see what is in claim web-data: volume data is emptyDir now; the data stays in the claim.',
  );
});

test('a workload that is removed takes its Pods with it once it is deleted', () => {
  const effect = effectOf({ before: aDeployment({ replicas: 2 }), beside: [aService('web')] });

  expect(effect).toMatchObject({ effects: ['traffic'], restarts: [] });
  expect(notesOf(effect)).toEqual([
    'Its 2 Pods end once it is deleted; kubectl apply leaves what the YAML no longer names as it is.',
    'Service web then no longer leads to it.',
  ]);
});

test('a new workload is noticed only where a Service that is there leads to it', () => {
  expect(effectOf({ after: aDeployment() }).effects).toEqual(['none']);
  expect(effectOf({ after: aDeployment(), beside: [aService('web')] }).effects).toEqual(['traffic']);
});

test('says what the pipeline refuses and plain apply does not', () => {
  const effect = effectOf({ before: aDeployment(), after: aDeployment(recreate) });

  expect(effect.effects).toEqual(['none']);
  expect(notesOf(effect)[1]).toBe(
    'kubectl apply --server-side, which the pipeline uses, refuses Recreate as long as rollingUpdate is there by default: apply once with spec.strategy.rollingUpdate written out, such as {maxSurge: 25%}, and then this.',
  );
});

test('says that apply on the server leaves the order as it is', () => {
  const [one, other] = [{ name: 'A' }, { name: 'B' }];
  const effect = effectOf({
    before: aDeployment({}, { env: [one, other] }),
    after: aDeployment({}, { env: [other, one] }),
  });

  expect(notesOf(effect)[1]).toBe(
    'Only the order of items in the template differs: that is so with plain kubectl apply, while kubectl apply --server-side, which the pipeline uses, keeps the order that is there and changes nothing.',
  );
});

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ['is taken out', { serviceAccountName: 'ops' }, {}, ['none']],
  ['changes in the older field', { serviceAccount: 'ops' }, { serviceAccount: 'dev' }, ['none']],
  ['changes', { serviceAccountName: 'ops' }, { serviceAccountName: 'dev' }, ['restarts']],
  [
    'moves to the older field with another name',
    { serviceAccountName: 'ops' },
    { serviceAccount: 'dev' },
    ['restarts'],
  ],
])('an account that %s', (_, before, after, effects) => {
  const [former, next] = [before, after].map((podSpec) => aDeployment(aTakenTemplate(podSpec)));

  expect(effectOf({ ...(former && { before: former }), ...(next && { after: next }) }).effects).toEqual(effects);
});
