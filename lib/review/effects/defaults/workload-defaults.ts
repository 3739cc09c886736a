import { asObject } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { TypeDefaults } from './type-defaults';

/**
 * What the API server of 1.27 writes where a workload says nothing beside its template, by type.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/apps/v1/defaults.go, pkg/apis/batch/v1/defaults.go,
 * pkg/apis/core/v1/defaults.go
 */
export const workloadDefaults: Readonly<Record<string, TypeDefaults>> = {
  DeploymentSpec: (json) => ({
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    strategy: {},
    ...json,
  }),
  DeploymentStrategy: (json) => rolling(json, { maxUnavailable: '25%', maxSurge: '25%' }),
  StatefulSetSpec: (json) => ({
    podManagementPolicy: 'OrderedReady',
    persistentVolumeClaimRetentionPolicy: {},
    replicas: 1,
    revisionHistoryLimit: 10,
    updateStrategy: {},
    ...json,
  }),
  StatefulSetUpdateStrategy: (json) => rolling(json, { partition: 0 }),
  StatefulSetPersistentVolumeClaimRetentionPolicy: (json) => ({ whenDeleted: 'Retain', whenScaled: 'Retain', ...json }),
  DaemonSetSpec: (json) => ({ revisionHistoryLimit: 10, updateStrategy: {}, ...json }),
  DaemonSetUpdateStrategy: (json) => rolling(json, { maxUnavailable: 1, maxSurge: 0 }),
  ReplicaSetSpec: (json) => ({ replicas: 1, ...json }),
  ReplicationControllerSpec: (json) => ({ replicas: 1, ...labelsOfTemplate(json), ...json }),
  KubeJobProps: (json) => ({ ...json, spec: jobSpec(asObject(json['spec'])) }),
  PodFailurePolicyOnPodConditionsPattern: (json) => ({ status: 'True', ...json }),
  CronJobSpec: (json) => ({
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    ...json,
  }),
};

function rolling(json: JsonObject, bounds: JsonObject): JsonObject {
  const strategy = { type: 'RollingUpdate', ...json };
  if (strategy.type !== 'RollingUpdate') return strategy;
  return { ...strategy, rollingUpdate: { ...bounds, ...given(asObject(json['rollingUpdate'])) } };
}

function given(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

function labelsOfTemplate(json: JsonObject): JsonObject {
  const { labels } = asObject(asObject(json['template'])['metadata']);
  return labels === undefined ? {} : { selector: labels };
}

/** Only a Job has these, not the template of one in a CronJob. */
function jobSpec(json: JsonObject): JsonObject {
  const isPlain = (json['completions'] ?? null) === null && (json['parallelism'] ?? null) === null;
  return {
    parallelism: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    suspend: false,
    ...(isPlain ? { completions: 1 } : {}),
    ...given(json),
  };
}
