import { aCronJob, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { aPod } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiRestartPolicy } from './api-restart-policy';

const restarting = (kind: string, podSpec: JsonObject) =>
  aWorkload({ apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, podSpec });

test.each<[string, Manifest]>([
  ['a Deployment without one', restarting('Deployment', {})],
  ['a Deployment that restarts always', restarting('Deployment', { restartPolicy: 'Always' })],
  ['a Job that restarts on failure', restarting('Job', { restartPolicy: 'OnFailure' })],
  ['a CronJob that never restarts', aCronJob({ podSpec: { restartPolicy: 'Never' } })],
  ['a Pod of any kind', aPod({ restartPolicy: 'OnFailure', containers: [] })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiRestartPolicy, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a Deployment that never restarts',
    restarting('Deployment', { restartPolicy: 'Never' }),
    ['spec.template.spec.restartPolicy: is "Never"; Always is expected'],
  ],
  [
    'a Job without one',
    restarting('Job', {}),
    ['spec.template.spec.restartPolicy: is missing, which means Always; OnFailure or Never is expected'],
  ],
  [
    'a Job that restarts always',
    restarting('Job', { restartPolicy: 'Always' }),
    ['spec.template.spec.restartPolicy: is "Always"; OnFailure or Never is expected'],
  ],
  [
    'a CronJob with an empty one',
    aCronJob({ podSpec: { restartPolicy: '' } }),
    ['spec.jobTemplate.spec.template.spec.restartPolicy: is ""; OnFailure or Never is expected'],
  ],
  [
    'a Pod with another word',
    aPod({ restartPolicy: 'Sometimes' }),
    ['spec.restartPolicy: is "Sometimes"; Always, OnFailure or Never is expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiRestartPolicy, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = restarting('Deployment', { restartPolicy: 'Never' });

  expect(apiRestartPolicy.check([manifest], {})).toEqual([
    { manifest, field: 'spec.template.spec.restartPolicy', message: 'is "Never"; Always is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiRestartPolicy)).not.toThrow();
});
