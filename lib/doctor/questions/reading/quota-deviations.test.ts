import { aCloud } from '../../../validation/testing/manifest-builders';
import type { JsonObject } from '../../../validation/manifest';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { aDeployment as aRollingDeployment, aReplicaSet } from '../../testing/cluster-workloads';
import type { WorkloadParts } from '../../testing/cluster-workloads';
import { quotaExceeded } from '../refusals/quota-exceeded';

const aDeployment = (parts: WorkloadParts) =>
  aRollingDeployment({ ...parts, spec: { strategy: { type: 'Recreate' } } });

const sized = (cpu: string): JsonObject => ({ name: 'web', image: 'web:1', resources: { requests: { cpu } } });

const aQuota = (used: string, hard: string) =>
  aClusterObject('v1', 'ResourceQuota', {
    name: 'q',
    spec: { hard: { 'requests.cpu': hard } },
    status: { hard: { 'requests.cpu': hard }, used: { 'requests.cpu': used } },
  });

/** A Deployment of which the API server refuses the Pods that are missing. */
const refused = (deployment: JsonObject, asks: string) => {
  const replicaSet = aReplicaSet(deployment);
  const message = `Error creating: pods "web-x" is forbidden: exceeded quota: q, requested: requests.cpu=${asks}, used: requests.cpu=0, limited: requests.cpu=1`;
  return [deployment, replicaSet, anEvent(replicaSet, 'FailedCreate', message)];
};

const told = (objects: readonly JsonObject[], published: readonly JsonObject[], environment = {}) => {
  const [symptom] = quotaExceeded.ask(aCluster(objects), { ...anExpectation(published), environment });
  return { cause: symptom?.cause.en, remedy: symptom?.remedy.en, property: symptom?.property };
};

test('what was scaled by hand is to be scaled back, and no size is made smaller', () => {
  const live = aDeployment({ replicas: 9, containers: [sized('200m')] });

  expect(told([...refused(live, '200m'), aQuota('0', '1')], [aDeployment({ containers: [sized('200m')] })])).toEqual({
    cause: expect.stringContaining('used 0, asked 1.8 more, allowed 1, missing 0.8'),
    remedy: 'Scale Deployment/web back from 9 to 1, as it was published, or have q raised to requests.cpu 1.8.',
    property: undefined,
  });
});

test('what was made bigger by hand is to be published again', () => {
  const live = aDeployment({ containers: [sized('2')] });

  expect(told([...refused(live, '2'), aQuota('0', '1')], [aDeployment({ containers: [sized('200m')] })]).remedy).toBe(
    'Publish Deployment/web again, whose requests.cpu was changed from 0.2 to 2, or have q raised to requests.cpu 2.',
  );
});

test('what was never published is to go first', () => {
  const mine = aDeployment({ name: 'load-test', containers: [sized('900m')] });
  const live = aDeployment({ containers: [sized('200m')] });

  expect(
    told([mine, ...refused(live, '200m'), aQuota('900m', '1')], [aDeployment({ containers: [sized('200m')] })]).remedy,
  ).toBe(
    'Delete Deployment/load-test, which was not published and asks 0.9 CPU, or have q raised to requests.cpu 1.1.',
  );
});

test('a change by hand that would not help is no way out', () => {
  const live = aDeployment({ replicas: 2, containers: [sized('2')] });
  const { remedy } = told([...refused(live, '2'), aQuota('0', '1')], [aDeployment({ containers: [sized('2')] })]);

  expect(remedy).not.toContain('back');
});

test('a quota that allows less than the share of the VMs is to be put back to it', () => {
  const live = aDeployment({ containers: [sized('2')] });
  const cloud = aCloud({ vms: 2, vmCpuMillis: 8000, requestsSharePercent: 50 });

  expect(told([...refused(live, '2'), aQuota('0', '1')], [live], { cloud })).toMatchObject({
    cause: expect.stringContaining('allowed 1 (the share of the VMs is 8), missing 1'),
    remedy: 'Have q raised to requests.cpu 8, or lower requests.cpu of Deployment/web from 2 to 1.',
  });
});
