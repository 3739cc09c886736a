import type { JsonObject } from '../../validation/manifest';
import type { Cluster } from '../cluster/cluster';
import { aClusterObject, anEvent, CREATED_AT } from './cluster-objects';
import type { ObjectParts } from './cluster-objects';
import { aContainerStatus, aDeployment, aPod, aReplicaSet, aRunningContainer } from './cluster-workloads';
import type { WorkloadParts } from './cluster-workloads';
import { aCluster } from './a-cluster';
import type { ClusterParts } from './a-cluster';

/** Returns a node of 4 CPU and 16Gi for 110 Pods that is well, unless `spec` and `status` say otherwise. */
export function aNode(name: string, parts: ObjectParts & { readonly labels?: JsonObject } = {}): JsonObject {
  const { labels = {}, status = {}, ...rest } = parts;
  const allocatable = { cpu: '4', memory: '16Gi', pods: '110', 'ephemeral-storage': '90Gi' };
  return aClusterObject('v1', 'Node', {
    name,
    namespace: '',
    ...rest,
    metadata: { labels: { 'kubernetes.io/hostname': name, ...labels }, ...rest.metadata },
    status: { allocatable, conditions: [{ type: 'Ready', status: 'True' }], ...status },
  });
}

/** Returns a Deployment with a Pod that has no node, since the scheduler said this of it. */
export function anUnscheduled(message: string, parts: WorkloadParts = {}): readonly JsonObject[] {
  const condition = {
    type: 'PodScheduled',
    status: 'False',
    reason: 'Unschedulable',
    message,
    lastTransitionTime: CREATED_AT,
  };
  return aWorkload(parts, { spec: { nodeName: '' }, status: pendingStatus([condition]) });
}

/** Returns a Deployment with a Pod on vm-1 whose container waits for this reason. */
export function aWaiting(
  reason: string,
  message = '',
  parts: WorkloadParts & { readonly events?: readonly (readonly [reason: string, message: string])[] } = {},
): readonly JsonObject[] {
  const { events = [], ...workload } = parts;
  const waiting = message === '' ? { reason } : { reason, message };
  const status = aContainerStatus(parts.name ?? 'web', { state: { waiting } });
  const condition = { type: 'PodScheduled', status: 'True', lastTransitionTime: CREATED_AT };
  const objects = aWorkload(workload, {
    status: { ...pendingStatus([condition]), containerStatuses: [status] },
  });
  const pod = objects[2] ?? {};
  return [...objects, ...events.map(([why, said]) => anEvent(pod, why, said))];
}

/** Returns a Deployment, its ReplicaSet and its Pod, in this order. */
export function aWorkload(parts: WorkloadParts, pod: ObjectParts = {}): readonly JsonObject[] {
  const deployment = aDeployment(parts);
  const replicaSet = aReplicaSet(deployment);
  return [deployment, replicaSet, aPod(replicaSet, pod)];
}

/** Returns a container that requests these amounts. */
export function aContainerOf(name: string, requests: JsonObject): JsonObject {
  return aRunningContainer(name, { resources: { requests } });
}

/** Returns a claim that waits, unless `status` says otherwise. */
export function aClaim(name: string, spec: JsonObject = {}, parts: ObjectParts = {}): JsonObject {
  return aClusterObject('v1', 'PersistentVolumeClaim', {
    name,
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, ...spec },
    status: { phase: 'Pending' },
    ...parts,
  });
}

/** Returns the part of a Pod's spec that mounts a claim as `data`. */
export function mounting(claimName: string): JsonObject {
  return { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] };
}

/** Returns a cluster that has the objects of several lists. */
export function clusterOf(...objects: readonly (JsonObject | readonly JsonObject[])[]): Cluster {
  return clusterWith({}, ...objects);
}

/** Returns a cluster that has the objects of several lists, with what else is known of its reading. */
export function clusterWith(parts: ClusterParts, ...objects: readonly (JsonObject | readonly JsonObject[])[]): Cluster {
  return aCluster(objects.flat(), parts);
}

function pendingStatus(conditions: readonly JsonObject[]): JsonObject {
  return { phase: 'Pending', startTime: CREATED_AT, conditions, containerStatuses: [] };
}

/** The image of the workloads whose image is not pulled, unless `containers` says otherwise. */
export const IMAGE = 'dtr.corp/znyw/web:1.0.0';

/** Returns a Deployment whose image is not pulled: the kubelet waits, and its event has what the runtime said. */
export function anUnpulled(
  said: string,
  parts: WorkloadParts & { readonly image?: string } = {},
): readonly JsonObject[] {
  const { image = IMAGE, name = 'web', podSpec = { imagePullSecrets: [{ name: 'dtr-pull' }] }, ...rest } = parts;
  return aWaiting('ImagePullBackOff', `Back-off pulling image "${image}"`, {
    name,
    podSpec,
    containers: [aRunningContainer(name, { image })],
    ...rest,
    events: [['Failed', `Failed to pull image "${image}": ${said}`]],
  });
}

/** Returns a Secret with empty values, as it is read. */
export function aSecret(
  name: string,
  type = 'kubernetes.io/dockerconfigjson',
  keys: readonly string[] = [],
): JsonObject {
  return aClusterObject('v1', 'Secret', {
    name,
    rest: { type, data: Object.fromEntries(keys.map((key) => [key, ''])) },
  });
}
