import { aCloud } from '../../../validation/testing/manifest-builders';
import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { aDeployment, aPod, aReplicaSet, aStatefulSet } from '../../testing/cluster-workloads';
import { quotaExceeded } from './quota-exceeded';

const ask = (objects: readonly JsonObject[], expected = NOTHING_EXPECTED, unread: Record<string, string> = {}) =>
  quotaExceeded.ask(aCluster(objects, { unread }), expected);

const refusal = (controller: JsonObject, amounts: string, parts: JsonObject = {}) =>
  anEvent(
    controller,
    'FailedCreate',
    `Error creating: pods "web-x" is forbidden: exceeded quota: q, ${amounts}`,
    parts,
  );

const CPU = 'requested: requests.cpu=100m, used: requests.cpu=7800m, limited: requests.cpu=7850m';

test('a quota says what is used, asked, allowed and missing, and what to lower', () => {
  const deployment = aDeployment({ replicas: 2 });
  const replicaSet = aReplicaSet(deployment);

  const [symptom, ...others] = ask([
    deployment,
    replicaSet,
    aPod(replicaSet),
    aQuota({ 'requests.cpu': '150m' }, { 'requests.cpu': '100m' }),
    refusal(replicaSet, 'requested: requests.cpu=100m, used: requests.cpu=100m, limited: requests.cpu=150m'),
  ]);

  expect(others).toEqual([]);
  expect(symptom).toEqual({
    object: 'ResourceQuota/znyw-prod/q',
    cause: {
      en: 'the quota q has no room for 1 Pod of Deployment/web: requests.cpu: used 0.1, asked 0.1 more, allowed 0.15, missing 0.05',
      zh: '配额 q 容不下 Deployment/web 的 1 个 Pod：requests.cpu 已用 0.1，还要 0.1，上限 0.15，缺 0.05',
    },
    evidence: [
      'event FailedCreate on ReplicaSet/web-5d4f8c7b9d: Error creating: pods "web-x" is forbidden: exceeded quota: q, requested: requests.cpu=100m, used: requests.cpu=100m, limited: requests.cpu=150m',
      'ResourceQuota/q: requests.cpu used 100m of 150m',
    ],
    remedy: {
      en: 'Lower requests.cpu of Deployment/web from 0.1 to 0.075 in each of its 2 Pods, or have q raised to requests.cpu 0.2.',
      zh: '把 Deployment/web 的 requests.cpu（2 个 Pod，每个）从 0.1 降到 0.075，或请平台把 q 提高到 requests.cpu 0.2。',
    },
    explains: ['Deployment/znyw-prod/web', 'ReplicaSet/znyw-prod/web-5d4f8c7b9d'],
    at: 'Deployment/znyw-prod/web',
    property: 'resources.requests.cpu',
  });
});

test('a quota that refuses many workloads is one finding', () => {
  const sets = ['a', 'b', 'c'].map((name) => aStatefulSet({ name }));

  const symptoms = ask([...sets, ...sets.map((set) => refusal(set, CPU))]);

  expect(symptoms.map(({ object }) => object)).toEqual(['ResourceQuota/znyw-prod/q']);
  expect(symptoms[0]?.cause.en).toBe(
    'the quota q has no room for 3 Pods of StatefulSet/a, StatefulSet/b, StatefulSet/c: requests.cpu: used 7.8, asked 0.3 more, allowed 7.85, missing 0.25',
  );
});

test('an event is no problem once all Pods are there', () => {
  const deployment = aDeployment();
  const replicaSet = aReplicaSet(deployment);

  expect(ask([deployment, replicaSet, aPod(replicaSet), refusal(replicaSet, CPU)])).toEqual([]);
});

test('an event from before the last creation is no cause of what is missing now', () => {
  const set = aStatefulSet({ replicas: 2 });
  const created = anEvent(set, 'SuccessfulCreate', 'create Pod', { lastTimestamp: '2026-11-23T06:59:00Z' });

  expect(ask([set, refusal(set, CPU), created])).toEqual([]);
});

test('a quota that has room again is said to have it', () => {
  const set = aStatefulSet();

  const [symptom] = ask([set, refusal(set, CPU), aQuota({ 'requests.cpu': '9' }, { 'requests.cpu': '7800m' })]);

  expect(symptom?.cause.en).toBe(
    'the quota q refused 1 Pod of StatefulSet/web at the last attempt; there is room now, and the next attempt is to come',
  );
  expect(symptom?.remedy.en).toMatch(/^Wait: the controller tries again within 17 minutes\./);
});

test('where the events have expired, the quota is held against what the next Pod asks', () => {
  const set = aStatefulSet({ replicas: 3 });

  const [symptom] = ask([set, aPod(set), aQuota({ 'requests.cpu': '250m' }, { 'requests.cpu': '200m' })]);

  expect(symptom?.cause.en).toBe(
    'the quota q has no room for 2 Pods of StatefulSet/web: requests.cpu: used 0.2, asked 0.2 more, allowed 0.25, missing 0.15',
  );
  expect(symptom?.evidence).toEqual(['ResourceQuota/q: requests.cpu used 200m of 250m']);
});

test('a quota with room, and one that counts other Pods, refuse nothing', () => {
  const set = aStatefulSet({ replicas: 3 });
  const ofOthers = aQuota({ pods: '0' }, { pods: '0' }, { scopes: ['BestEffort'] });

  expect(ask([set, ofOthers])).toEqual([]);
  expect(ask([set, aQuota({ pods: '9' }, { pods: '1' })])).toEqual([]);
});

test('a rollout that may end no old Pod before stands still', () => {
  const deployment = aDeployment({ spec: { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } } });
  const [old, next] = [aReplicaSet(deployment), aReplicaSet(deployment, { name: 'web-new' })];

  const [symptom] = ask([deployment, old, next, aPod(old), refusal(next, CPU)]);

  expect(symptom?.cause.en).toMatch(
    /; the rollout of Deployment\/web stands still, since it may end no old Pod before \(maxUnavailable 0\)$/,
  );
  expect(symptom?.remedy.en).toBe(
    'Let the rollout of Deployment/web end a Pod first (maxUnavailable 1, maxSurge 0), or have q raised to requests.cpu 7.9.',
  );
});

test('a Pod that alone asks more than the quota has to shrink itself', () => {
  const [big, small] = [aStatefulSet({ name: 'big' }), aStatefulSet({ name: 'small' })];
  const amounts = 'requested: requests.cpu=9, used: requests.cpu=100m, limited: requests.cpu=8';

  const [symptom] = ask([big, small, aPod(small), refusal(big, amounts)]);

  expect(symptom?.remedy.en).toBe(
    'Lower requests.cpu of StatefulSet/big from 9 to 8, or have q raised to requests.cpu 9.1.',
  );
});

test('where the VMs are known, so is how many more it takes', () => {
  const set = aStatefulSet();
  const amounts = 'requested: requests.cpu=500m, used: requests.cpu=8, limited: requests.cpu=8';

  const [symptom] = ask([set, refusal(set, amounts)], anExpectation([], { cloud: aCloud() }));

  expect(symptom?.remedy.en).toContain(', or use 3 VMs instead of 2, or ');
  expect(symptom?.remedy.zh).toContain('，或把虚拟机从 2 台增加到 3 台，');
});

test('a ReplicaSet that is refused is told by the condition of its Deployment', () => {
  const message =
    'Failed to create new replica set "web-1": replicasets.apps "web-1" is forbidden: exceeded quota: q, requested: count/replicasets.apps=1, used: count/replicasets.apps=2, limited: count/replicasets.apps=2';
  const conditions = [{ type: 'Progressing', status: 'False', reason: 'ReplicaSetCreateError', message }];

  const [symptom] = ask([aDeployment({ status: { conditions } })]);

  expect(symptom?.cause.en).toBe(
    'the quota q has no room for 1 ReplicaSet of Deployment/web: count/replicasets.apps: used 2, asked 1 more, allowed 2, missing 1',
  );
});

test('where ReplicaSets may not be read, the condition of the Deployment is enough', () => {
  const message = `pods "web-x" is forbidden: exceeded quota: q, ${CPU}`;
  const conditions = [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message }];

  const [symptom] = ask([aDeployment({ replicas: 2, status: { conditions, replicas: 1 } })], undefined, {
    replicasets: '403',
  });

  expect(symptom?.evidence[0]).toBe(`condition ReplicaFailure=True on Deployment/web: FailedCreate, ${message}`);
});

test('a CronJob whose Job is refused is told until a later one was created', () => {
  const message =
    'Error creating job: jobs.batch "b-1" is forbidden: exceeded quota: q, requested: count/jobs.batch=1, used: count/jobs.batch=3, limited: count/jobs.batch=3';
  const cronJob = aCronJob({});

  expect(ask([cronJob, anEvent(cronJob, 'FailedCreate', message)])).toHaveLength(1);
  const started = aCronJob({ lastScheduleTime: '2026-11-23T06:59:00Z' });
  expect(ask([started, anEvent(started, 'FailedCreate', message)])).toEqual([]);
});

test('what was published and would not fit was refused by kubectl, which leaves no event', () => {
  const claim = aClusterObject('v1', 'PersistentVolumeClaim', {
    name: 'data',
    spec: { storageClassName: 'ceph', resources: { requests: { storage: '10Gi' } } },
  });
  const quota = aQuota({ 'requests.storage': '15Gi' }, { 'requests.storage': '10Gi' });

  const [symptom] = ask([quota], anExpectation([claim]));

  expect(symptom?.cause.en).toBe(
    'the quota q has no room for 1 claim of PersistentVolumeClaim/data: requests.storage: used 10Gi, asked 10Gi more, allowed 15Gi, missing 5Gi',
  );
  expect(symptom?.explains).toEqual(['PersistentVolumeClaim/znyw-prod/data']);
  expect(ask([quota], anExpectation([claim]), { persistentvolumeclaims: '403' })).toEqual([]);
});

function aQuota(hard: JsonObject, used: JsonObject, spec: JsonObject = {}): JsonObject {
  return aClusterObject('v1', 'ResourceQuota', { name: 'q', spec: { hard, ...spec }, status: { hard, used } });
}

function aCronJob(status: JsonObject): JsonObject {
  return aClusterObject('batch/v1', 'CronJob', { name: 'backup', spec: { schedule: '0 2 * * *' }, status });
}

test('of a quota of nothing, nothing is there to be deleted', () => {
  const deployment = aDeployment({ spec: { strategy: { type: 'Recreate' } } });
  const replicaSet = aReplicaSet(deployment);
  const frozen = refusal(replicaSet, 'requested: pods=1, used: pods=0, limited: pods=0');

  const [symptom] = ask([deployment, replicaSet, aQuota({ pods: '0' }, { pods: '0' }), frozen]);

  expect(symptom?.remedy.en).toBe('Have q raised to pods 1.');
});
