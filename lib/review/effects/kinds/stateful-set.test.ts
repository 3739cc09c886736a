import type { JsonObject } from '../../../validation/manifest';
import { aTakenWorkload, effectOf, notesOf } from '../testing-effects';

const aSet = (spec: JsonObject = {}, container: JsonObject = {}) =>
  aTakenWorkload('StatefulSet', { serviceName: 'web', replicas: 3, ...spec }, container);
const newer = { image: 'web:2' };
const rolling = (partition: number) => ({ updateStrategy: { rollingUpdate: { partition } } });
const claims = (storage: string) => ({
  volumeClaimTemplates: [
    { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } } },
  ],
});

test.each<[string, JsonObject, readonly string[], string]>([
  [
    'all one after the other',
    {},
    ['restarts'],
    'Its 3 Pods are replaced one after the other, from the last to number 0: each ends before the new one starts.',
  ],
  [
    'those from the partition on',
    rolling(2),
    ['restarts'],
    '1 of its 3 Pods is replaced one after the other, from the last to number 2: each ends before the new one starts.',
  ],
  [
    'none below the partition',
    rolling(3),
    ['none'],
    'The partition is 3 and there are 3 Pods, so none restarts until the partition is lowered.',
  ],
  [
    'none by itself with OnDelete',
    { updateStrategy: { type: 'OnDelete' } },
    ['none'],
    'Its 3 Pods stay as they are (OnDelete) until somebody deletes them one by one.',
  ],
  [
    'none without any',
    { replicas: 0 },
    ['none'],
    'The template changes while there are 0 replicas, so no Pod restarts.',
  ],
])('a new template replaces %s', (_, spec, effects, note) => {
  const effect = effectOf({ before: aSet(spec), after: aSet(spec, newer) });

  expect(effect.effects).toEqual(effects);
  expect(notesOf(effect)).toEqual([note]);
});

test('a single Pod ends before the next one starts', () => {
  expect(notesOf(effectOf({ before: aSet({ replicas: 1 }), after: aSet({ replicas: 1 }, newer) }))).toEqual([
    'Its Pod ends before the new one starts; nothing serves until that is ready.',
  ]);
});

test.each<[string, JsonObject]>([
  ['the name of its Service', { serviceName: 'other' }],
  ['how its Pods are made', { podManagementPolicy: 'Parallel' }],
  ['how many revisions are kept', { revisionHistoryLimit: 3 }],
  ['the size of its claims', claims('2Gi')],
])('%s cannot be changed', (_, spec) => {
  expect(effectOf({ before: aSet(claims('1Gi')), after: aSet({ ...claims('1Gi'), ...spec }) }).effects).toEqual([
    'refused',
  ]);
});

test('a claim that is as large in other words is the same', () => {
  expect(effectOf({ before: aSet(claims('1Gi')), after: aSet(claims('1024Mi')) }).effects).toEqual(['none']);
});

test.each<[string, JsonObject]>([
  ['the number of Pods', { replicas: 4 }],
  ['the strategy', { updateStrategy: { type: 'OnDelete', rollingUpdate: null } }],
  ['the partition', rolling(1)],
  ['how long a Pod has to be ready', { minReadySeconds: 5 }],
  ['what becomes of claims', { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } }],
])('a change of %s restarts nothing', (_, spec) => {
  expect(effectOf({ before: aSet(), after: aSet(spec) }).effects).toEqual(['none']);
});

test('with whenScaled Delete, fewer Pods lose their data', () => {
  const lost = { ...claims('1Gi'), persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } };

  expect(effectOf({ before: aSet(lost), after: aSet({ ...lost, replicas: 1 }) }).effects).toEqual(['data-lost']);
  expect(notesOf(effectOf({ before: aSet(claims('1Gi')), after: aSet({ ...claims('1Gi'), replicas: 1 }) }))).toEqual([
    'Scaled from 3 to 1: 2 of its Pods end, the others go on.',
    'The claims (data) of the 2 Pods that end stay.',
  ]);
});

test('the claims of a removed one stay, unless whenDeleted is Delete', () => {
  const lost = { ...claims('1Gi'), persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } };

  expect(effectOf({ before: aSet(claims('1Gi')) }).effects).toEqual(['none']);
  expect(effectOf({ before: aSet(lost) }).effects).toEqual(['data-lost']);
});

test('another first number makes other Pods', () => {
  expect(effectOf({ before: aSet(), after: aSet({ ordinals: { start: 1 } }) }).effects).toEqual(['restarts']);
});

test('the strategy that the API server wrote has to be taken out for OnDelete', () => {
  const onDelete = { updateStrategy: { type: 'OnDelete' } };

  expect(effectOf({ before: aSet(), after: aSet(onDelete) }).effects).toEqual(['refused']);
  expect(effectOf({ before: aSet(rolling(1)), after: aSet(onDelete) }).effects).toEqual(['none']);
});
