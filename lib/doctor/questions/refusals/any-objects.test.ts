import * as fc from 'fast-check';
import { asObject } from '../../../validation/manifest';
import type { Json, JsonObject } from '../../../validation/manifest';
import { oddManifests } from '../../../validation/testing/odd-manifests';
import { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { answersToRefusal } from '../../testing/a-refused-deployment';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { aController, aDeployment, aPod, aReplicaSet, aStatefulSet } from '../../testing/cluster-workloads';
import { changedByHand } from '../drift/changed-by-hand';
import { imageDiffers } from '../drift/image-differs';
import { objectExtra } from '../drift/object-extra';
import { quotaNearlyFull } from '../drift/quota-nearly-full';
import { replicasDiffer } from '../drift/replicas-differ';
import { autoscalerBlind } from './autoscaler-blind';
import { brokenRevisionKept } from './broken-revision-kept';
import { controllerBehind } from './controller-behind';
import { controllerPaused } from './controller-paused';
import { cronJobHeldUp } from './cron-job-held-up';
import { cronJobMissed } from './cron-job-missed';
import { cronJobNeverScheduled } from './cron-job-never-scheduled';
import { daemonSetWithoutNode } from './daemon-set-without-node';
import { jobFailed } from './job-failed';
import { limitRangeRefused } from './limit-range-refused';
import { namespaceTerminating } from './namespace-terminating';
import { objectMissing } from './object-missing';
import { oldPodsKept } from './old-pods-kept';
import { podSecurityRefused } from './pod-security-refused';
import { podsNotCreated } from './pods-not-created';
import { publicationIncomplete } from './publication-incomplete';
import { quotaExceeded } from './quota-exceeded';
import { quotaMustSpecify } from './quota-must-specify';
import { refused } from './refused';
import { replacementWaits } from './replacement-waits';
import { rolloutStandsStill } from './rollout-stands-still';
import { scaledToZero } from './scaled-to-zero';
import { serviceAccountMissing } from './service-account-missing';
import { statefulSetWaits } from './stateful-set-waits';
import { suspended } from './suspended';
import { webhookDenied } from './webhook-denied';
import { webhookFailing } from './webhook-failing';
import { workloadBeingDeleted } from './workload-being-deleted';

const QUESTIONS: readonly Question[] = [
  autoscalerBlind,
  brokenRevisionKept,
  controllerBehind,
  controllerPaused,
  cronJobHeldUp,
  cronJobMissed,
  cronJobNeverScheduled,
  daemonSetWithoutNode,
  jobFailed,
  limitRangeRefused,
  namespaceTerminating,
  objectMissing,
  oldPodsKept,
  podSecurityRefused,
  podsNotCreated,
  publicationIncomplete,
  quotaExceeded,
  quotaMustSpecify,
  refused,
  replacementWaits,
  rolloutStandsStill,
  scaledToZero,
  serviceAccountMissing,
  statefulSetWaits,
  suspended,
  webhookDenied,
  webhookFailing,
  workloadBeingDeleted,
  changedByHand,
  imageDiffers,
  objectExtra,
  quotaNearlyFull,
  replicasDiffer,
];

const MESSAGES = [
  'Error creating: pods "a" is forbidden: exceeded quota: q, requested: pods=1,cpu=1, used: pods=1,cpu=1, limited: pods=1,cpu=1',
  'Error creating: pods "a" is forbidden: failed quota: q: must specify limits.cpu for: a',
  'Error creating: pods "a" is forbidden: [maximum cpu usage per Container is 1, but limit is 2]',
  'Error creating: pods "a" is forbidden: violates PodSecurity "restricted:latest": hostNetwork',
  'Error creating: pods "a" is forbidden: error looking up service account a/b: serviceaccount "b" not found',
];

const deployment = aDeployment({ replicas: 3, metadata: { deletionTimestamp: '2026-11-23T06:00:00Z' } });
const replicaSet = aReplicaSet(aDeployment({ replicas: 3 }));
const set = aStatefulSet({ replicas: 3, spec: { updateStrategy: { rollingUpdate: { partition: 1 } } } });
const hard: JsonObject = { 'requests.cpu': '1', pods: '1', 'requests.storage': '1Gi' };

const SAMPLES: readonly JsonObject[] = [
  deployment,
  replicaSet,
  set,
  aPod(set, { name: 'web-0', status: { conditions: [{ type: 'Ready', status: 'False' }] } }),
  aController('apps/v1', 'DaemonSet', { status: { desiredNumberScheduled: 2, observedGeneration: 1 } }),
  aController('batch/v1', 'Job', { status: { conditions: [{ type: 'Failed', status: 'True' }] } }),
  aClusterObject('batch/v1', 'CronJob', {
    spec: { schedule: '0 2 * * *', startingDeadlineSeconds: 3 },
    status: { active: [{ name: 'a' }], lastScheduleTime: '2026-11-20T02:00:00Z' },
  }),
  aClusterObject('v1', 'ResourceQuota', { name: 'q', spec: { hard }, status: { hard, used: hard } }),
  aClusterObject('v1', 'Namespace', { name: 'znyw-prod', namespace: '', status: { phase: 'Terminating' } }),
  ...MESSAGES.flatMap((message) => [
    anEvent(replicaSet, 'FailedCreate', message),
    anEvent(set, 'FailedCreate', message),
  ]),
];

test('whatever a cluster and the published files hold, each question answers with whole sentences', () => {
  const odd = oddManifests(...SAMPLES.map((json) => ({ json, file: 'cluster' })));
  const some = fc.tuple(fc.subarray([...SAMPLES]), odd, odd);
  fc.assert(
    fc.property(some, ([whole, spoilt, published]) => {
      const objects = [...whole.map((json) => ({ json: asObject(json as Json), file: 'cluster' })), ...spoilt];
      const cluster = new Cluster({
        objects,
        logs: new Map(),
        unread: new Map(),
        unanswered: [],
        readAtMillis: Date.parse('2026-11-23T07:00:00Z'),
      });
      const symptoms = QUESTIONS.flatMap(({ ask }) => ask(cluster, { manifests: published, environment: {} }));
      const texts = symptoms.map(({ cause, remedy, evidence }) =>
        [cause.en, cause.zh, ...evidence, remedy.zh, remedy.en].join('\n'),
      );
      expect(texts.filter((text) => /undefined|NaN|Infinity|\[object|[^.]$/.test(text))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('the questions have ids of their own, and say in both languages what they ask', () => {
  const ids = QUESTIONS.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, summary } of QUESTIONS) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(summary.en).toMatch(/\?$/);
    expect(summary.zh).toMatch(/？$/);
  }
});

test.each(MESSAGES)('one question alone answers to "%s"', (message) => {
  const asked = QUESTIONS.filter(({ severity }) => severity === 'error').filter(
    (question) => answersToRefusal(question, message.replace('Error creating: ', '')).length > 0,
  );

  expect(asked).toHaveLength(1);
});
