import type { JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiJobValid } from './api-job-valid';

const job = (spec: JsonObject, name = 'web') => anObject('batch/v1', 'Job', spec, { metadata: { name } });
const cronJob = (spec: JsonObject) => anObject('batch/v1', 'CronJob', spec);
const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'a' }], initContainers: [{ name: 'b' }] } };
const rule = (parts: JsonObject) => job({ template, podFailurePolicy: { rules: [{ action: 'Ignore', ...parts }] } });
const exitCodes = (...values: readonly number[]) => rule({ onExitCodes: { operator: 'In', values } });

test.each<[string, Manifest]>([
  [
    'counts',
    job({ parallelism: 0, completions: 0, backoffLimit: 0, activeDeadlineSeconds: 0, ttlSecondsAfterFinished: 0 }),
  ],
  ['numbered Pods', job({ completionMode: 'Indexed', completions: 5 })],
  ['both counts left to their defaults', job({ completionMode: 'Indexed' })],
  [
    'rules for failures',
    job({
      template,
      podFailurePolicy: {
        rules: [
          { action: 'FailJob', onExitCodes: { containerName: 'b', operator: 'In', values: [1, 2] } },
          { action: 'Count', onPodConditions: [{ type: 'DisruptionTarget' }] },
        ],
      },
    }),
  ],
  ['a CronJob', cronJob({ concurrencyPolicy: '', startingDeadlineSeconds: 0, jobTemplate: { spec: {} } })],
  ['another kind', aService({ parallelism: -1 })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiJobValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'negative counts',
    job({ parallelism: -1, completions: -1, backoffLimit: -1, activeDeadlineSeconds: -1, ttlSecondsAfterFinished: -1 }),
    [
      'spec.completions: is -1; 0 or more is expected',
      'spec.activeDeadlineSeconds: is -1; 0 or more is expected',
      'spec.backoffLimit: is -1; 0 or more is expected',
      'spec.ttlSecondsAfterFinished: is -1; 0 or more is expected',
      'spec.parallelism: is -1; 0 or more is expected',
    ],
  ],
  [
    'a mode',
    job({ completionMode: 'Numbered' }),
    ['spec.completionMode: is "Numbered"; NonIndexed or Indexed is expected'],
  ],
  [
    'numbered Pods that are not counted',
    job({ completionMode: 'Indexed', parallelism: 2 }),
    ['spec.completions: is missing; the completionMode Indexed asks for it'],
  ],
  [
    'too many numbered Pods',
    job({ completionMode: 'Indexed', completions: 1, parallelism: 100_001 }),
    ['spec.parallelism: is 100001; 0 to 100000 is expected'],
  ],
  [
    'a name without room for a number',
    job({ completionMode: 'Indexed', completions: 101 }, 'a'.repeat(60)),
    [
      'metadata.name: names its last Pod "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-100"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected there',
    ],
  ],
  [
    'a name with dots, with a number',
    job({ completionMode: 'Indexed', completions: 1 }, 'a.b'),
    [
      'metadata.name: names its last Pod "a.b-0"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected there',
    ],
  ],
  [
    'a CronJob',
    cronJob({
      concurrencyPolicy: 'Skip',
      startingDeadlineSeconds: -1,
      successfulJobsHistoryLimit: -1,
      failedJobsHistoryLimit: -1,
      jobTemplate: { spec: { backoffLimit: -1 } },
    }),
    [
      'spec.concurrencyPolicy: is "Skip"; Allow, Forbid or Replace is expected',
      'spec.startingDeadlineSeconds: is -1; 0 or more is expected',
      'spec.successfulJobsHistoryLimit: is -1; 0 or more is expected',
      'spec.failedJobsHistoryLimit: is -1; 0 or more is expected',
      'spec.jobTemplate.spec.backoffLimit: is -1; 0 or more is expected',
    ],
  ],
  [
    'rules for failures with restarts',
    job({ template: { spec: { restartPolicy: 'OnFailure' } }, podFailurePolicy: { rules: [] } }),
    ['spec.template.spec.restartPolicy: is "OnFailure"; with a podFailurePolicy Never is expected'],
  ],
  [
    'a rule of nothing',
    rule({}),
    ['spec.podFailurePolicy.rules[0]: has neither onExitCodes nor onPodConditions; one of these is expected'],
  ],
  [
    'a rule of both',
    rule({ onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [{ type: 'A' }] }),
    ['spec.podFailurePolicy.rules[0]: has both onExitCodes and onPodConditions; one of these is expected'],
  ],
  [
    'words of a rule',
    rule({ action: 'Retry', onPodConditions: [{ type: 'a b', status: 'Yes' }] }),
    [
      'spec.podFailurePolicy.rules[0].action: is "Retry"; Count, FailJob or Ignore is expected',
      'spec.podFailurePolicy.rules[0].onPodConditions[0].type: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
      'spec.podFailurePolicy.rules[0].onPodConditions[0].status: is "Yes"; True, False or Unknown is expected',
    ],
  ],
  [
    'a container that there is not',
    rule({ onExitCodes: { containerName: 'c', operator: 'NotIn', values: [0] } }),
    ['spec.podFailurePolicy.rules[0].onExitCodes.containerName: is "c"; a or b is expected'],
  ],
  [
    'an operator',
    rule({ onExitCodes: { operator: 'Is', values: [1] } }),
    ['spec.podFailurePolicy.rules[0].onExitCodes.operator: is "Is"; In or NotIn is expected'],
  ],
  [
    'no exit code',
    exitCodes(),
    ['spec.podFailurePolicy.rules[0].onExitCodes.values: has 0 items; 1 to 255 are expected'],
  ],
  ['0 as a failure', exitCodes(0), ['spec.podFailurePolicy.rules[0].onExitCodes.values: has 0, which is no failure']],
  [
    'exit codes out of order',
    exitCodes(2, 1),
    [
      'spec.podFailurePolicy.rules[0].onExitCodes.values: is not in order; each number is expected once, the smallest first',
    ],
  ],
  [
    'an exit code twice',
    exitCodes(1, 1),
    [
      'spec.podFailurePolicy.rules[0].onExitCodes.values: is not in order; each number is expected once, the smallest first',
    ],
  ],
  [
    'too many rules',
    job({
      template,
      podFailurePolicy: {
        rules: Array.from({ length: 21 }, () => ({ action: 'Count', onPodConditions: [{ type: 'A' }] })),
      },
    }),
    ['spec.podFailurePolicy.rules: has 21 items; at most 20 are expected'],
  ],
  [
    'too many conditions',
    rule({ onPodConditions: Array.from({ length: 21 }, () => ({ type: 'A' })) }),
    ['spec.podFailurePolicy.rules[0].onPodConditions: has 21 items; at most 20 are expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiJobValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = job({ completionMode: 'Numbered' });

  expect(apiJobValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec.completionMode', message: 'is "Numbered"; NonIndexed or Indexed is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiJobValid)).not.toThrow();
});
