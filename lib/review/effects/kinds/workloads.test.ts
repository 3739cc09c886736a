import type { JsonObject } from '../../../validation/manifest';
import { anObject } from '../../../validation/testing/reach-builders';
import type { Effect } from '../../diff/object-change';
import { aTakenTemplate, aTakenWorkload, effectOf, notesOf } from '../testing-effects';

const newer = { image: 'web:2' };

test('a DaemonSet replaces its Pods VM by VM, and none with OnDelete', () => {
  const onDelete = { updateStrategy: { type: 'OnDelete' } };
  const effect = effectOf({ before: aTakenWorkload('DaemonSet'), after: aTakenWorkload('DaemonSet', {}, newer) });

  expect(effect).toMatchObject({ effects: ['restarts'], restarts: ['DaemonSet/znyw-prod/web'] });
  expect(notesOf(effect)).toEqual(['Its Pods are replaced VM by VM: 1 may be away at a time, 0 may run twice.']);
  expect(
    effectOf({ before: aTakenWorkload('DaemonSet'), after: aTakenWorkload('DaemonSet', onDelete, newer) }).effects,
  ).toEqual(['none']);
});

test('a ReplicaSet leaves the Pods that run as they are', () => {
  const effect = effectOf({ before: aTakenWorkload('ReplicaSet'), after: aTakenWorkload('ReplicaSet', {}, newer) });

  expect(effect.effects).toEqual(['none']);
  expect(notesOf(effect)).toEqual([
    'The new template counts for Pods made from now on; those that run stay as they are until somebody deletes them.',
  ]);
});

test('a CronJob has the change at its next run', () => {
  const aCronJob = (image: string) => {
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'web', image }] } };
    return anObject('batch/v1', 'CronJob', 'web', {
      spec: { schedule: '0 2 * * *', jobTemplate: { spec: { template } } },
    });
  };
  const effect = effectOf({ before: aCronJob('web:1'), after: aCronJob('web:2') });

  expect(effect).toMatchObject({ effects: ['none'], restarts: [] });
  expect(notesOf(effect)).toEqual(['Its next run has the change; a run that has started goes on as it is.']);
});

function aJob(spec: JsonObject = {}, podSpec: JsonObject = {}) {
  const { template } = aTakenTemplate({ restartPolicy: 'Never', ...podSpec });
  return anObject('batch/v1', 'Job', 'web', { spec: { template, ...spec } });
}

const indexed = (completions: number, parallelism: number) => ({
  completionMode: 'Indexed',
  completions,
  parallelism,
});

test.each<[string, JsonObject, JsonObject, Effect]>([
  ['the template', {}, aTakenTemplate({ restartPolicy: 'OnFailure' }), 'refused'],
  ['completions', {}, { completions: 2 }, 'refused'],
  ['completions and parallelism of an indexed one', indexed(2, 2), indexed(3, 3), 'none'],
  ['completions alone of an indexed one', indexed(2, 2), indexed(3, 2), 'refused'],
  ['the mode', { completions: 2 }, indexed(2, 1), 'refused'],
  ['parallelism', { completions: 3 }, { completions: 3, parallelism: 2 }, 'none'],
  [
    'limits of time and of tries',
    {},
    { backoffLimit: 2, activeDeadlineSeconds: 60, ttlSecondsAfterFinished: 5 },
    'none',
  ],
  ['whether it is suspended', {}, { suspend: true }, 'none'],
])('a change of a Job: %s', (_, before, after, effect) => {
  expect(effectOf({ before: aJob(before), after: aJob(after) }).effects).toEqual([effect]);
});

test('where the Pods of a Job run can be changed while it is suspended', () => {
  const placed = { nodeSelector: { disk: 'fast' }, tolerations: [{ operator: 'Exists' }] };

  expect(effectOf({ before: aJob({ suspend: true }), after: aJob({ suspend: true }, placed) }).effects).toEqual([
    'none',
  ]);
  expect(effectOf({ before: aJob(), after: aJob({}, placed) }).effects).toEqual(['refused']);
});

function aBarePod(spec: JsonObject = {}, container: JsonObject = {}) {
  return anObject('v1', 'Pod', 'web', {
    spec: { containers: [{ name: 'web', image: 'web:1', ...container }], ...spec },
  });
}

test.each<[string, JsonObject, JsonObject, Effect]>([
  ['a deadline that comes', {}, { activeDeadlineSeconds: 60 }, 'none'],
  ['a deadline that is later', { activeDeadlineSeconds: 60 }, { activeDeadlineSeconds: 61 }, 'refused'],
  ['a deadline that goes', { activeDeadlineSeconds: 60 }, {}, 'refused'],
  ['a toleration more', {}, { tolerations: [{ key: 'a', operator: 'Exists' }] }, 'none'],
  ['the time to stop', {}, { terminationGracePeriodSeconds: 5 }, 'refused'],
  ['another account', {}, { serviceAccountName: 'other' }, 'refused'],
])('a change of a bare Pod: %s', (_, before, after, effect) => {
  expect(effectOf({ before: aBarePod(before), after: aBarePod(after) }).effects).toEqual([effect]);
});

test.each<[string, JsonObject, Effect]>([
  ['an image restarts its container', newer, 'restarts'],
  ['an image whose default policy is another one too', { image: 'web:latest' }, 'restarts'],
  ['a policy that is written is refused', { imagePullPolicy: 'Always' }, 'refused'],
  ['a variable is refused', { env: [{ name: 'A', value: '1' }] }, 'refused'],
])('in a bare Pod %s', (_, container, effect) => {
  expect(effectOf({ before: aBarePod(), after: aBarePod({}, container) }).effects).toEqual([effect]);
});

test('an autoscaler and a number in the YAML work against each other', () => {
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const autoscaler = anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
    spec: { scaleTargetRef: target, minReplicas: 2, maxReplicas: 5 },
  });
  const effect = effectOf({
    before: aTakenWorkload('Deployment', { replicas: 2 }),
    after: aTakenWorkload('Deployment', { replicas: 3 }),
    beside: [autoscaler],
  });

  expect(notesOf(effect)).toContain(
    'An autoscaler keeps it between 2 and 5 Pods, and each apply sets 3 again: leave spec.replicas out of the YAML.',
  );
});
