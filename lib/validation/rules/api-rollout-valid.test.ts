import type { JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiRolloutValid } from './api-rollout-valid';

const deployment = (spec: JsonObject) => anObject('apps/v1', 'Deployment', spec);
const rolling = (rollingUpdate: JsonObject) => deployment({ strategy: { type: 'RollingUpdate', rollingUpdate } });
const daemonSet = (updateStrategy: JsonObject) => anObject('apps/v1', 'DaemonSet', { updateStrategy });
const statefulSet = (spec: JsonObject) => anObject('apps/v1', 'StatefulSet', spec);

test.each<[string, Manifest]>([
  ['defaults', deployment({ replicas: 0, strategy: {} })],
  ['a Pod more or a Pod less', rolling({ maxSurge: 0, maxUnavailable: 1 })],
  ['0 beside a default', rolling({ maxSurge: 0 })],
  ['more than twice the Pods', rolling({ maxSurge: '150%', maxUnavailable: '100%' })],
  ['Recreate', deployment({ strategy: { type: 'Recreate', rollingUpdate: null }, minReadySeconds: 599 })],
  ['a DaemonSet that surges', daemonSet({ rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } })],
  ['a DaemonSet that waits for deletion', daemonSet({ type: 'OnDelete', rollingUpdate: { maxUnavailable: 0 } })],
  [
    'a StatefulSet in parts',
    statefulSet({ podManagementPolicy: 'Parallel', updateStrategy: { rollingUpdate: { partition: 1 } } }),
  ],
  ['a kind without a rollout', aService({ replicas: -1 })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiRolloutValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'neither a Pod more nor a Pod less',
    rolling({ maxSurge: 0, maxUnavailable: '0%' }),
    ['spec.strategy.rollingUpdate.maxUnavailable: is 0, as maxSurge is; a Pod more or a Pod less is expected'],
  ],
  [
    'more than all Pods less',
    rolling({ maxUnavailable: '101%' }),
    ['spec.strategy.rollingUpdate.maxUnavailable: is 101%; at most 100% is expected'],
  ],
  [
    'a number in quotes',
    rolling({ maxSurge: '1' }),
    [
      'spec.strategy.rollingUpdate.maxSurge: is "1"; a whole number without quotes or a percentage such as 25% is expected',
    ],
  ],
  [
    'a negative bound',
    rolling({ maxSurge: -1 }),
    ['spec.strategy.rollingUpdate.maxSurge: is -1; 0 or more is expected'],
  ],
  [
    'bounds beside Recreate',
    deployment({ strategy: { type: 'Recreate', rollingUpdate: {} } }),
    ['spec.strategy.rollingUpdate: is given, which Recreate has no use for'],
  ],
  [
    'a strategy that there is not',
    deployment({ strategy: { type: 'Rolling' } }),
    ['spec.strategy.type: is "Rolling"; RollingUpdate or Recreate is expected'],
  ],
  ['negative replicas', deployment({ replicas: -1 }), ['spec.replicas: is -1; 0 or more is expected']],
  [
    'a ReplicaSet',
    anObject('apps/v1', 'ReplicaSet', { replicas: -1, minReadySeconds: -1 }),
    ['spec.replicas: is -1; 0 or more is expected', 'spec.minReadySeconds: is -1; 0 or more is expected'],
  ],
  [
    'a negative history',
    deployment({ revisionHistoryLimit: -1 }),
    ['spec.revisionHistoryLimit: is -1; 0 or more is expected'],
  ],
  [
    'a deadline before Pods are ready',
    deployment({ minReadySeconds: 60, progressDeadlineSeconds: 60 }),
    ['spec.progressDeadlineSeconds: is 60; more than minReadySeconds is expected, which is 60'],
  ],
  [
    'the default deadline before Pods are ready',
    deployment({ minReadySeconds: 600 }),
    ['spec.progressDeadlineSeconds: is 600; more than minReadySeconds is expected, which is 600'],
  ],
  [
    'a DaemonSet that surges and ends',
    daemonSet({ rollingUpdate: { maxSurge: 1 } }),
    [
      'spec.updateStrategy.rollingUpdate.maxSurge: is more than 0; for that maxUnavailable has to be 0, which is 1 where it is missing',
    ],
  ],
  [
    'a DaemonSet that does neither',
    daemonSet({ rollingUpdate: { maxUnavailable: 0 } }),
    ['spec.updateStrategy.rollingUpdate.maxUnavailable: is 0, as maxSurge is; a Pod more or a Pod less is expected'],
  ],
  [
    'a DaemonSet that surges above all',
    daemonSet({ rollingUpdate: { maxSurge: '101%', maxUnavailable: 0 } }),
    ['spec.updateStrategy.rollingUpdate.maxSurge: is 101%; at most 100% is expected'],
  ],
  [
    'a DaemonSet with another strategy',
    daemonSet({ type: 'Recreate' }),
    ['spec.updateStrategy.type: is "Recreate"; RollingUpdate or OnDelete is expected'],
  ],
  [
    'a StatefulSet with bounds beside OnDelete',
    statefulSet({ updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }),
    ['spec.updateStrategy.rollingUpdate: is given, which OnDelete has no use for'],
  ],
  [
    'words of a StatefulSet',
    statefulSet({
      podManagementPolicy: 'All',
      ordinals: { start: -1 },
      updateStrategy: { rollingUpdate: { partition: -1 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Keep' },
    }),
    [
      'spec.ordinals.start: is -1; 0 or more is expected',
      'spec.podManagementPolicy: is "All"; OrderedReady or Parallel is expected',
      'spec.updateStrategy.rollingUpdate.partition: is -1; 0 or more is expected',
      'spec.persistentVolumeClaimRetentionPolicy.whenDeleted: is "Keep"; Retain or Delete is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiRolloutValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = rolling({ maxSurge: 0, maxUnavailable: '0%' });

  expect(apiRolloutValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.strategy.rollingUpdate.maxUnavailable',
      message: 'is 0, as maxSurge is; a Pod more or a Pod less is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiRolloutValid)).not.toThrow();
});
