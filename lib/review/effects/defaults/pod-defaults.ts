import { asList, asObject, asText } from '../../../validation/manifest';
import type { Json, JsonObject } from '../../../validation/manifest';
import { isMovingTag } from './moving-tag';
import type { TypeDefaults } from './type-defaults';

/** Access to the files of a volume, 0644 in octal. */
const FILE_MODE = 420;

const container: TypeDefaults = (json) => ({
  imagePullPolicy: isMovingTag(asText(json['image'])) ? 'Always' : 'IfNotPresent',
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  ...json,
});

/**
 * What the API server of 1.27 writes where a Pod or a template of one says nothing, by type.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/v1/defaults.go, zz_generated.defaults.go
 */
export const podDefaults: Readonly<Record<string, TypeDefaults>> = {
  KubePodProps: (json) => ({ ...json, spec: withPodsOwn(asObject(json['spec'])) }),
  PodSpec: (json) => ({
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    ...withOneServiceAccount(json),
    ...(json['hostNetwork'] === true ? hostPorts(json) : {}),
  }),
  Container: container,
  EphemeralContainer: container,
  ContainerPort: (json) => ({ protocol: 'TCP', ...json }),
  Probe: (json) => ({ timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3, ...json }),
  HttpGetAction: (json) => ({ path: '/', scheme: 'HTTP', ...json }),
  GrpcAction: (json) => ({ service: '', ...json }),
  ObjectFieldSelector: (json) => ({ apiVersion: 'v1', ...json }),
  ResourceFieldSelector: (json) => ({ divisor: '0', ...json }),
  // A volume without a source is an empty folder.
  Volume: (json) => (Object.keys(json).some((field) => field !== 'name') ? json : { ...json, emptyDir: {} }),
  ConfigMapVolumeSource: (json) => ({ defaultMode: FILE_MODE, ...json }),
  SecretVolumeSource: (json) => ({ defaultMode: FILE_MODE, ...json }),
  DownwardApiVolumeSource: (json) => ({ defaultMode: FILE_MODE, ...json }),
  ProjectedVolumeSource: (json) => ({ defaultMode: FILE_MODE, ...json }),
  ServiceAccountTokenProjection: (json) => ({ expirationSeconds: 3600, ...json }),
  HostPathVolumeSource: (json) => ({ type: '', ...json }),
  IscsiVolumeSource: (json) => ({ iscsiInterface: 'default', ...json }),
  RbdVolumeSource: (json) => ({ pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring', ...json }),
  ScaleIoVolumeSource: (json) => ({ storageMode: 'ThinProvisioned', fsType: 'xfs', ...json }),
  AzureDiskVolumeSource: (json) => ({
    cachingMode: 'ReadWrite',
    kind: 'Shared',
    fsType: 'ext4',
    readOnly: false,
    ...json,
  }),
};

/** The older name of the field is read where the newer one is empty, and written beside it. */
function withOneServiceAccount({ serviceAccount, ...json }: JsonObject): JsonObject {
  return serviceAccount === undefined ? json : { serviceAccountName: serviceAccount, ...json };
}

/** In the network of its VM, each port of a container is one of the VM. */
function hostPorts(json: JsonObject): JsonObject {
  return withContainers(json, (item) => ({
    ...item,
    ports: asList(item['ports']).map((port) => {
      const { hostPort, containerPort } = asObject(port);
      return { ...asObject(port), hostPort: hostPort ? hostPort : containerPort };
    }),
  }));
}

/**
 * Only a Pod has these, not the template of one; the last ones come from admission.
 *
 * @see kubernetes/kubernetes v1.27 plugin/pkg/admission/serviceaccount, plugin/pkg/admission/priority
 */
function withPodsOwn(json: JsonObject): JsonObject {
  return {
    enableServiceLinks: true,
    ...(isGiven(json['serviceAccountName']) || isGiven(json['serviceAccount'])
      ? {}
      : { serviceAccountName: 'default' }),
    ...(isGiven(json['priorityClassName']) ? {} : { priority: 0, preemptionPolicy: 'PreemptLowerPriority' }),
    ...json,
    ...withContainers(json, (item) => {
      const { limits, requests } = asObject(item['resources']);
      if (!isGiven(limits)) return item;
      const resources = { ...asObject(item['resources']), requests: { ...asObject(limits), ...asObject(requests) } };
      return { ...item, resources };
    }),
  };
}

function withContainers(json: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(
    ['containers', 'initContainers'].flatMap((field): [string, Json][] => {
      const items = json[field];
      if (!Array.isArray(items)) return [];
      return [[field, asList(items).map((item) => change(asObject(item)))]];
    }),
  );
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}
