import type { JsonObject } from '../../../validation/manifest';
import { anObject } from '../../../validation/testing/reach-builders';
import { effectOf, notesOf } from '../testing-effects';

const aQuota = (spec: JsonObject) => anObject('v1', 'ResourceQuota', 'team', { spec });
const aRange = (item: JsonObject) =>
  anObject('v1', 'LimitRange', 'team', { spec: { limits: [{ type: 'Container', ...item }] } });

test('a quota counts for new Pods, and its scopes cannot be changed', () => {
  const hard = { pods: '10' };

  expect(notesOf(effectOf({ before: aQuota({ hard }), after: aQuota({ hard: { pods: '20' } }) }))).toEqual([
    'It counts for Pods that are made from now on; those that run stay, also above the new bound.',
  ]);
  expect(effectOf({ before: aQuota({ hard }), after: aQuota({ hard, scopes: ['NotTerminating'] }) }).effects).toEqual([
    'refused',
  ]);
});

test('what a quota counts one by one is a whole number', () => {
  const effect = effectOf({ before: aQuota({ hard: { pods: '8' } }), after: aQuota({ hard: { pods: '8.5' } }) });

  expect(effect.effects).toEqual(['refused']);
  expect(notesOf(effect)).toEqual(['spec.hard[pods] is 8.5; a whole number is expected.']);
  expect(effectOf({ after: aQuota({ hard: { 'count/jobs.batch': '500m' } }) }).effects).toEqual(['refused']);
  expect(effectOf({ after: aQuota({ hard: { 'requests.cpu': '8500m' } }) }).effects).toEqual(['none']);
});

test.each<[string, JsonObject, string]>([
  ['a default above the most', { max: { cpu: '2' }, default: { cpu: '3' } }, 'default is 3 and above max, which is 2'],
  ['a least above the most', { max: { cpu: '1' }, min: { cpu: '1500m' } }, 'min is 1500m and above max, which is 1'],
])('%s is refused', (_, item, note) => {
  expect(notesOf(effectOf({ before: aRange({ max: { cpu: '2' } }), after: aRange(item) }))).toEqual([
    `Of Container cpu, ${note}.`,
  ]);
});
