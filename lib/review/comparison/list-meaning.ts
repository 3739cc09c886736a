import { asObject, asText } from '../../validation/manifest';
import type { Json } from '../../validation/manifest';

/**
 * What tells the items of a list apart, by their type: the merge keys that Kubernetes 1.27 declares, and for lists that
 * it takes as a whole what people tell their items apart by. `name` is that of any other.
 *
 * @see k8s.io/api v0.27, patchMergeKey and listMapKey in types.go
 */
export const KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ContainerPort', ['containerPort', 'protocol']],
  ['ServicePort', ['port', 'protocol']],
  ['VolumeMount', ['mountPath']],
  ['VolumeDevice', ['devicePath']],
  ['HostAlias', ['ip']],
  ['TopologySpreadConstraint', ['topologyKey', 'whenUnsatisfiable']],
  ['OwnerReference', ['uid']],
  // From here on Kubernetes declares none.
  ['EnvFromSource', ['prefix', 'configMapRef.name', 'secretRef.name']],
  ['VolumeProjection', ['configMap.name', 'secret.name']],
  ['KeyToPath', ['key']],
  ['DownwardApiVolumeFile', ['path']],
  ['KubePersistentVolumeClaimProps', ['metadata.name']],
  ['Toleration', ['key', 'effect']],
  ['Taint', ['key', 'effect']],
  ['LabelSelectorRequirement', ['key', 'operator']],
  ['NodeSelectorRequirement', ['key', 'operator']],
  ['PodReadinessGate', ['conditionType']],
  ['ContainerResizePolicy', ['resourceName']],
  ['IngressRule', ['host']],
  ['IngressTls', ['secretName']],
  ['HttpIngressPath', ['path', 'pathType']],
  ['Subject', ['kind', 'namespace', 'name']],
  ['LimitRangeItem', ['type']],
  ['HpaScalingPolicyV2', ['type']],
  ['MetricSpecV2', ['type', 'resource.name', 'containerResource.name', 'pods.metric.name', 'external.metric.name']],
  ['EndpointAddress', ['ip']],
]);

/** Types of items whose order means nothing. */
export const ORDERLESS_ITEMS: ReadonlySet<string> = new Set([
  'ServicePort',
  'OwnerReference',
  'LocalObjectReference',
  'ObjectReference',
  'Subject',
  'PolicyRule',
  'NetworkPolicyIngressRule',
  'NetworkPolicyEgressRule',
  'NetworkPolicyPeer',
  'NetworkPolicyPort',
  'LabelSelector',
  'LabelSelectorRequirement',
  'ScopedResourceSelectorRequirement',
  'LimitRangeItem',
  'MetricSpecV2',
  'IngressTls',
  'Taint',
  'ValidatingWebhook',
  'RuleWithOperations',
  'EndpointAddress',
  'EndpointPort',
]);

/** Lists of texts and numbers that are sets. */
export const SETS: ReadonlySet<string> = new Set([
  'ObjectMeta.finalizers',
  'NamespaceSpec.finalizers',
  'PersistentVolumeClaimSpec.accessModes',
  'PersistentVolumeSpec.accessModes',
  'Capabilities.add',
  'Capabilities.drop',
  'PodSecurityContext.supplementalGroups',
  'PodAffinityTerm.namespaces',
  'TopologySpreadConstraint.matchLabelKeys',
  'HostAlias.hostnames',
  'LabelSelectorRequirement.values',
  'NodeSelectorRequirement.values',
  'ScopedResourceSelectorRequirement.values',
  'TopologySelectorLabelRequirement.values',
  'PodFailurePolicyOnExitCodesRequirement.values',
  'NetworkPolicySpec.policyTypes',
  'IpBlock.except',
  'ServiceSpec.externalIPs',
  'ServiceSpec.loadBalancerSourceRanges',
  'IngressTls.hosts',
  'PolicyRule.apiGroups',
  'PolicyRule.resources',
  'PolicyRule.resourceNames',
  'PolicyRule.nonResourceURLs',
  'PolicyRule.verbs',
  'RuleWithOperations.apiGroups',
  'RuleWithOperations.apiVersions',
  'RuleWithOperations.operations',
  'RuleWithOperations.resources',
  'ResourceQuotaSpec.scopes',
  'Endpoint.addresses',
  'CsiDriverSpec.volumeLifecycleModes',
  'CertificateSigningRequestSpec.usages',
  'CustomResourceDefinitionNames.categories',
  'CustomResourceDefinitionNames.shortNames',
]);

/** Tells whether the order of a list has a meaning by itself. */
export function isOrdered(owner: string, itemType: string): boolean {
  return !ORDERLESS_ITEMS.has(itemType) && !SETS.has(owner);
}

/**
 * Returns what an item is called in its list, or undefined where nothing tells it apart: `mongod` of a container,
 * `8080` of a port, `53/UDP` of one that is not of TCP, `kubernetes.io/hostname,DoNotSchedule`.
 */
export function tryItemName(owner: string, itemType: string, item: Json): string | undefined {
  if (SETS.has(owner)) return typeof item === 'string' || typeof item === 'number' ? String(item) : undefined;
  const parts = (KEYS.get(itemType) ?? ['name']).map((key) => textAt(item, key));
  const name = itemType.endsWith('Port') ? portName(parts) : parts.filter(Boolean).join(',');
  return name === '' ? undefined : name;
}

function portName([port = '', protocol = '']: readonly string[]): string {
  return protocol === '' || protocol === 'TCP' || port === '' ? port : `${port}/${protocol}`;
}

function textAt(item: Json, path: string): string {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const value = keys.reduce((object, key) => asObject(object[key]), asObject(item))[last];
  return typeof value === 'number' ? String(value) : asText(value);
}
