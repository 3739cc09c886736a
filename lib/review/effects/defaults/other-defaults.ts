import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { TypeDefaults } from './type-defaults';

/** How long a client stays with one Pod, three hours. */
const AFFINITY_SECONDS = 10_800;

const RBAC_GROUP = 'rbac.authorization.k8s.io';

const binding: TypeDefaults = (json) => ({
  ...json,
  roleRef: { apiGroup: RBAC_GROUP, ...asObject(json['roleRef']) },
});

/**
 * What the API server of 1.27 writes where an object that runs no Pods says nothing, by type.
 *
 * @see kubernetes/kubernetes v1.27 defaults.go in pkg/apis/core/v1, networking/v1, rbac/v1, scheduling/v1, storage/v1
 */
export const otherDefaults: Readonly<Record<string, TypeDefaults>> = {
  ServiceSpec: serviceSpec,
  ServicePort: ({ targetPort, ...json }) => ({ protocol: 'TCP', ...json, targetPort: targetPort || json['port'] }),
  KubeSecretProps: ({ stringData, ...json }) => ({ type: 'Opaque', ...json, ...secretData(json, stringData) }),
  PersistentVolumeClaimSpec: (json) => ({ volumeMode: 'Filesystem', ...json }),
  // In a StatefulSet they stand as templates, and what they are goes without saying.
  KubePersistentVolumeClaimProps: (json) => ({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...json }),
  PersistentVolumeSpec: (json) => ({
    persistentVolumeReclaimPolicy: 'Retain',
    volumeMode: 'Filesystem',
    ...json,
  }),
  KubeNamespaceProps: (json) => {
    const { labels, ...metadata } = asObject(json['metadata']);
    const own = { 'kubernetes.io/metadata.name': metadata['name'] ?? '' };
    return { ...json, metadata: { ...metadata, labels: { ...asObject(labels), ...own } } };
  },
  EndpointPort: (json) => ({ protocol: 'TCP', ...json }),
  NetworkPolicySpec: (json) => {
    const hasEgress = Array.isArray(json['egress']) && json['egress'].length > 0;
    const isWritten = Array.isArray(json['policyTypes']) && json['policyTypes'].length > 0;
    return isWritten ? json : { ...json, policyTypes: hasEgress ? ['Ingress', 'Egress'] : ['Ingress'] };
  },
  NetworkPolicyPort: (json) => ({ protocol: 'TCP', ...json }),
  IngressClassParametersReference: (json) => ({ scope: 'Cluster', ...json }),
  KubeRoleBindingProps: binding,
  KubeClusterRoleBindingProps: binding,
  Subject: (json) => (asText(json['kind']) === 'ServiceAccount' ? json : { apiGroup: RBAC_GROUP, ...json }),
  CsiDriverSpec: (json) => ({
    attachRequired: true,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    volumeLifecycleModes: ['Persistent'],
    ...json,
  }),
  KubeStorageClassProps: (json) => ({ reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate', ...json }),
  KubePriorityClassProps: (json) => ({ preemptionPolicy: 'PreemptLowerPriority', ...json }),
  HorizontalPodAutoscalerSpec: (json) => ({ minReplicas: 1, ...json }),
  HorizontalPodAutoscalerSpecV2: (json) => ({ minReplicas: 1, ...json }),
};

function serviceSpec(json: JsonObject): JsonObject {
  const type = asText(json['type']) || 'ClusterIP';
  const isOutside = type === 'NodePort' || type === 'LoadBalancer';
  return {
    sessionAffinity: 'None',
    ...(isOutside ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(isOutside || type === 'ClusterIP' ? { internalTrafficPolicy: 'Cluster' } : {}),
    ...(type === 'LoadBalancer' ? { allocateLoadBalancerNodePorts: true } : {}),
    ...json,
    type,
    ...sessionAffinity(json),
  };
}

function sessionAffinity(json: JsonObject): JsonObject {
  if (asText(json['sessionAffinity']) !== 'ClientIP') return { sessionAffinityConfig: null };
  const { timeoutSeconds } = asObject(asObject(json['sessionAffinityConfig'])['clientIP']);
  return { sessionAffinityConfig: { clientIP: { timeoutSeconds: timeoutSeconds ?? AFFINITY_SECONDS } } };
}

/** What is written as plain text takes the place of what is written in base64. */
function secretData(json: JsonObject, stringData: JsonObject[string]): JsonObject {
  const texts = Object.entries(asObject(stringData)).map(
    ([key, value]) => [key, Buffer.from(asText(value)).toString('base64')] as const,
  );
  return texts.length === 0 ? {} : { data: { ...asObject(json['data']), ...Object.fromEntries(texts) } };
}
