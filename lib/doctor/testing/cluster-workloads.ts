import { asList, asObject, asText } from '../../validation/manifest';
import type { JsonObject } from '../../validation/manifest';
import { aClusterObject, CREATED_AT } from './cluster-objects';
import type { ObjectParts } from './cluster-objects';

/** What a test says of something that runs Pods. */
export interface WorkloadParts extends ObjectParts {
  /** @default 1 */
  readonly replicas?: number;
  /** @default one container that is named as the workload */
  readonly containers?: readonly JsonObject[];
  /** Fields of the Pod's spec beside its containers. */
  readonly podSpec?: JsonObject;
}

/** Returns a Deployment, all of whose Pods are there and ready unless `status` says otherwise. */
export function aDeployment(parts: WorkloadParts = {}): JsonObject {
  const { replicas = 1 } = parts;
  const condition = { status: 'True', lastUpdateTime: CREATED_AT, lastTransitionTime: CREATED_AT };
  return aController('apps/v1', 'Deployment', {
    ...parts,
    spec: { strategy: { type: 'RollingUpdate' }, progressDeadlineSeconds: 600, ...parts.spec },
    status: {
      observedGeneration: 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      conditions: [
        { type: 'Available', reason: 'MinimumReplicasAvailable', ...condition },
        { type: 'Progressing', reason: 'NewReplicaSetAvailable', ...condition },
      ],
      ...parts.status,
    },
  });
}

/** Returns the ReplicaSet of a Deployment, named `<deployment>-5d4f8c7b9d` and with its template. */
export function aReplicaSet(owner: JsonObject, parts: ObjectParts = {}): JsonObject {
  const spec = asObject(owner['spec']);
  return aClusterObject('apps/v1', 'ReplicaSet', {
    name: `${nameOf(owner)}-5d4f8c7b9d`,
    owner,
    ...parts,
    metadata: { labels: templateLabels(owner), annotations: revision(1), generation: 1, ...parts.metadata },
    spec: { replicas: spec['replicas'], selector: spec['selector'], template: spec['template'], ...parts.spec },
    status: { replicas: spec['replicas'], observedGeneration: 1, ...parts.status },
  });
}

/** Returns a StatefulSet, all of whose Pods are there and ready unless `status` says otherwise. */
export function aStatefulSet(parts: WorkloadParts = {}): JsonObject {
  const { replicas = 1, name = 'web' } = parts;
  const status = { replicas, readyReplicas: replicas, currentReplicas: replicas, updatedReplicas: replicas };
  return aController('apps/v1', 'StatefulSet', {
    ...parts,
    spec: { serviceName: name, ...parts.spec },
    status: { observedGeneration: 1, ...status, ...parts.status },
  });
}

/**
 * Returns a Pod of a controller (or a bare one): running and ready on vm-1, unless `status` says otherwise.
 *
 * @param owner the ReplicaSet, StatefulSet or Job, whose template it takes; undefined for a bare one
 * @param parts `status` replaces fields of the status one by one; `aContainerStatus` builds those of its containers
 */
export function aPod(owner: JsonObject | undefined, parts: ObjectParts = {}): JsonObject {
  const template = asObject(asObject(owner?.['spec'])['template']);
  const spec: JsonObject = { containers: [aRunningContainer('web')], ...asObject(template['spec']), ...parts.spec };
  const isTrue = (type: string) => ({ type, status: 'True', lastTransitionTime: CREATED_AT });
  return aClusterObject('v1', 'Pod', {
    name: owner === undefined ? 'web' : `${nameOf(owner)}-x2x4z`,
    ...(owner === undefined ? {} : { owner }),
    ...parts,
    metadata: { labels: asObject(template['metadata'])['labels'] ?? {}, ...parts.metadata },
    spec: { nodeName: 'vm-1', serviceAccountName: 'default', restartPolicy: 'Always', ...spec },
    status: {
      phase: 'Running',
      startTime: CREATED_AT,
      conditions: ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(isTrue),
      containerStatuses: asList(spec['containers']).map((container) =>
        aContainerStatus(asText(asObject(container)['name'])),
      ),
      ...parts.status,
    },
  });
}

/** Returns the status of a container: running and ready, unless `parts` (`state`, `lastState`, `restartCount`) says otherwise. */
export function aContainerStatus(name: string, parts: JsonObject = {}): JsonObject {
  const ready = parts['state'] === undefined;
  const state = { running: { startedAt: CREATED_AT } };
  return { name, image: `${name}:1`, ready, started: ready, restartCount: 0, state, lastState: {}, ...parts };
}

/** Returns a container that requests 100m and 128Mi, with limits of 200m and 256Mi. */
export function aRunningContainer(name: string, parts: JsonObject = {}): JsonObject {
  const resources = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '200m', memory: '256Mi' } };
  return { name, image: `${name}:1`, imagePullPolicy: 'IfNotPresent', resources, ...parts };
}

/** Returns a controller of Pods of another kind: a DaemonSet, or a Job with `apiVersion` batch/v1. */
export function aController(apiVersion: string, kind: string, parts: WorkloadParts = {}): JsonObject {
  const { name = 'web', replicas = 1, containers = [aRunningContainer(name)], podSpec } = parts;
  const labels = { 'app.kubernetes.io/name': name };
  return aClusterObject(apiVersion, kind, {
    ...parts,
    metadata: { labels, generation: 1, annotations: revision(1), ...parts.metadata },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers, ...podSpec } },
      ...parts.spec,
    },
  });
}

function templateLabels(owner: JsonObject): JsonObject {
  return asObject(asObject(asObject(asObject(owner['spec'])['template'])['metadata'])['labels']);
}

function revision(number: number): JsonObject {
  return { 'deployment.kubernetes.io/revision': String(number) };
}

function nameOf({ metadata }: JsonObject): string {
  return asText(asObject(metadata)['name']);
}
