import type { FieldRule } from '../../../validation/schema/field-table';

/**
 * The fields in which an empty value says something else than no value, by type: `runAsUser: 0` is root, and an empty
 * `securityContext` of a container makes another template. Everywhere else 0, false, an empty text, list or object is
 * as good as nothing.
 *
 * Go has a pointer for such a field. @see k8s.io/api v0.27 types.go of each group, k8s.io/apimachinery v0.27
 * third_party/forked/golang/reflect/deep_equal.go
 */
const MEANT_WHEN_EMPTY: Readonly<Record<string, string>> = {
  Affinity: 'nodeAffinity podAffinity podAntiAffinity',
  AzureDiskVolumeSource: 'cachingMode fsType kind readOnly',
  AzureFilePersistentVolumeSource: 'secretNamespace',
  CephFsPersistentVolumeSource: 'secretRef',
  CephFsVolumeSource: 'secretRef',
  CinderPersistentVolumeSource: 'secretRef',
  CinderVolumeSource: 'secretRef',
  ClaimSource: 'resourceClaimName resourceClaimTemplateName',
  ClientIpConfig: 'timeoutSeconds',
  ConfigMapEnvSource: 'optional',
  ConfigMapKeySelector: 'optional',
  ConfigMapProjection: 'optional',
  ConfigMapVolumeSource: 'defaultMode optional',
  Container: 'lifecycle livenessProbe readinessProbe securityContext startupProbe',
  CronJobSpec: 'failedJobsHistoryLimit startingDeadlineSeconds successfulJobsHistoryLimit suspend timeZone',
  CsiDriverSpec: 'attachRequired',
  CsiPersistentVolumeSource:
    'controllerExpandSecretRef controllerPublishSecretRef nodeExpandSecretRef nodePublishSecretRef nodeStageSecretRef',
  CsiVolumeSource: 'fsType nodePublishSecretRef readOnly',
  DaemonSetSpec: 'revisionHistoryLimit selector',
  DaemonSetUpdateStrategy: 'rollingUpdate',
  DeploymentSpec: 'progressDeadlineSeconds replicas revisionHistoryLimit selector',
  DeploymentStrategy: 'rollingUpdate',
  DownwardApiVolumeFile: 'fieldRef mode resourceFieldRef',
  DownwardApiVolumeSource: 'defaultMode',
  EmptyDirVolumeSource: 'sizeLimit',
  Endpoint: 'hints hostname nodeName targetRef zone',
  EndpointAddress: 'nodeName targetRef',
  EndpointConditions: 'ready serving terminating',
  EndpointPort: 'appProtocol name port protocol',
  EnvFromSource: 'configMapRef secretRef',
  EnvVar: 'valueFrom',
  EnvVarSource: 'configMapKeyRef fieldRef resourceFieldRef secretKeyRef',
  EphemeralVolumeSource: 'volumeClaimTemplate',
  FcVolumeSource: 'lun',
  FlexPersistentVolumeSource: 'secretRef',
  FlexVolumeSource: 'secretRef',
  GlusterfsPersistentVolumeSource: 'endpointsNamespace',
  GrpcAction: 'service',
  HorizontalPodAutoscalerBehaviorV2: 'scaleDown scaleUp',
  HorizontalPodAutoscalerSpec: 'minReplicas targetCPUUtilizationPercentage',
  HorizontalPodAutoscalerSpecV2: 'behavior minReplicas',
  HostPathVolumeSource: 'type',
  HpaScalingRulesV2: 'selectPolicy stabilizationWindowSeconds',
  HttpIngressPath: 'pathType',
  IngressBackend: 'resource service',
  IngressClassParametersReference: 'apiGroup namespace scope',
  IngressClassSpec: 'parameters',
  IngressRule: 'http',
  IngressSpec: 'defaultBackend ingressClassName',
  IscsiPersistentVolumeSource: 'initiatorName secretRef',
  IscsiVolumeSource: 'initiatorName secretRef',
  JobSpec:
    'activeDeadlineSeconds backoffLimit completionMode completions manualSelector parallelism podFailurePolicy selector suspend ttlSecondsAfterFinished',
  KeyToPath: 'mode',
  KubeClusterRoleProps: 'aggregationRule',
  KubeConfigMapProps: 'immutable',
  KubePriorityClassProps: 'preemptionPolicy',
  KubeRuntimeClassProps: 'overhead scheduling',
  KubeSecretProps: 'immutable',
  KubeServiceAccountProps: 'automountServiceAccountToken',
  KubeStorageClassProps: 'allowVolumeExpansion reclaimPolicy volumeBindingMode',
  Lifecycle: 'postStart preStop',
  LocalVolumeSource: 'fsType',
  MetricIdentifierV2: 'selector',
  MetricSpecV2: 'containerResource external object pods resource',
  MetricTargetV2: 'averageUtilization averageValue value',
  NetworkPolicyPeer: 'ipBlock namespaceSelector podSelector',
  NetworkPolicyPort: 'endPort port protocol',
  NodeAffinity: 'requiredDuringSchedulingIgnoredDuringExecution',
  PersistentVolumeClaimSpec: 'dataSource dataSourceRef selector storageClassName volumeMode',
  PersistentVolumeSpec: 'volumeMode',
  PodAffinityTerm: 'labelSelector namespaceSelector',
  PodDisruptionBudgetSpec: 'maxUnavailable minAvailable selector unhealthyPodEvictionPolicy',
  PodDnsConfigOption: 'value',
  PodFailurePolicyOnExitCodesRequirement: 'containerName',
  PodFailurePolicyRule: 'onExitCodes',
  PodSecurityContext:
    'fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions',
  PodSpec:
    'activeDeadlineSeconds affinity automountServiceAccountToken dnsConfig enableServiceLinks hostUsers os preemptionPolicy priority runtimeClassName securityContext setHostnameAsFQDN shareProcessNamespace terminationGracePeriodSeconds',
  Probe: 'exec grpc httpGet tcpSocket terminationGracePeriodSeconds',
  ProjectedVolumeSource: 'defaultMode',
  RbdPersistentVolumeSource: 'secretRef',
  RbdVolumeSource: 'secretRef',
  ReplicaSetSpec: 'replicas selector',
  ReplicationControllerSpec: 'replicas template',
  ResourceQuotaSpec: 'scopeSelector',
  RollingUpdateDaemonSet: 'maxSurge maxUnavailable',
  RollingUpdateDeployment: 'maxSurge maxUnavailable',
  RollingUpdateStatefulSetStrategy: 'maxUnavailable partition',
  ScaleIoPersistentVolumeSource: 'secretRef',
  ScaleIoVolumeSource: 'secretRef',
  SeccompProfile: 'localhostProfile',
  SecretEnvSource: 'optional',
  SecretKeySelector: 'optional',
  SecretProjection: 'optional',
  SecretVolumeSource: 'defaultMode optional',
  SecurityContext:
    'allowPrivilegeEscalation capabilities privileged procMount readOnlyRootFilesystem runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions',
  ServiceAccountTokenProjection: 'expirationSeconds',
  ServicePort: 'appProtocol',
  ServiceSpec:
    'allocateLoadBalancerNodePorts internalTrafficPolicy ipFamilyPolicy loadBalancerClass sessionAffinityConfig',
  SessionAffinityConfig: 'clientIP',
  StatefulSetSpec: 'ordinals persistentVolumeClaimRetentionPolicy replicas revisionHistoryLimit selector',
  StatefulSetUpdateStrategy: 'rollingUpdate',
  StorageOsPersistentVolumeSource: 'secretRef',
  StorageOsVolumeSource: 'secretRef',
  Toleration: 'tolerationSeconds',
  TopologySpreadConstraint: 'labelSelector minDomains nodeAffinityPolicy nodeTaintsPolicy',
  TypedLocalObjectReference: 'apiGroup',
  TypedObjectReference: 'apiGroup namespace',
  VolumeMount: 'mountPropagation',
  VolumeNodeAffinity: 'required',
  VolumeProjection: 'configMap downwardAPI secret serviceAccountToken',
  WindowsSecurityContextOptions: 'gmsaCredentialSpec gmsaCredentialSpecName hostProcess runAsUserName',
};

/** Types whose every field that holds an object is one of a choice, where an empty one is a choice too. */
const CHOICES: ReadonlySet<string> = new Set(['Volume', 'PersistentVolumeSpec', 'LifecycleHandler']);

const meantByType = new Map(
  Object.entries(MEANT_WHEN_EMPTY).map(([type, fields]) => [type, new Set(fields.split(' '))]),
);

/** Tells whether an empty value of a field says something, as against none. */
export function isMeantWhenEmpty(type: string, name: string, { type: fieldType }: FieldRule): boolean {
  if (CHOICES.has(type) && /^[A-Z]/.test(fieldType) && !/(?:\[\]|\{\})$/.test(fieldType)) return true;
  return meantByType.get(type)?.has(name) ?? false;
}
