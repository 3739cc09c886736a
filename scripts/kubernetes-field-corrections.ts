/**
 * Sharper types than the declarations give: these know neither the width of a number, nor base64, nor timestamps that
 * have to have microseconds (which stay unchecked texts). `Type.field` where other types have a field of that name.
 *
 * @see kubernetes/kubernetes v1.27 api/openapi-spec/swagger.json, `format`
 */
export const SHARPER_TYPES: Readonly<Record<string, readonly string[]>> = {
  int64: [
    'activeDeadlineSeconds',
    'deletionGracePeriodSeconds',
    'fsGroup',
    'generation',
    'maxItems',
    'maxLength',
    'maxProperties',
    'minItems',
    'minLength',
    'minProperties',
    'runAsGroup',
    'runAsUser',
    'startingDeadlineSeconds',
    'supplementalGroups',
    'terminationGracePeriodSeconds',
    'tolerationSeconds',
    'ControllerRevision.revision',
    'ServiceAccountTokenProjection.expirationSeconds',
    'TokenRequest.expirationSeconds',
  ],
  double: ['maximum', 'minimum', 'multipleOf'],
  bytes: ['binaryData', 'caBundle', 'CertificateSigningRequestSpec.request', 'Secret.data'],
  string: ['acquireTime', 'eventTime', 'lastObservedTime', 'renewTime'],
};

/**
 * Fields that the schema calls required and whose absence the API server 1.27 accepts, each found by leaving it out:
 * the server decodes an absent field as empty, and here nothing validates that it is not.
 */
export const NOT_DEMANDED: readonly string[] = [
  'CSIDriver.spec',
  'CSINode.spec',
  'CSINodeSpec.drivers',
  'ContainerResizePolicy.resourceName',
  'ContainerResizePolicy.restartPolicy',
  'ControllerRevision.revision',
  'CustomResourceDefinitionVersion.served',
  'EndpointPort.port',
  'EndpointSlice.endpoints',
  'ForZone.name',
  'HTTPHeader.value',
  'ISCSIPersistentVolumeSource.lun',
  'ISCSIVolumeSource.lun',
  'LimitRangeSpec.limits',
  'MatchCondition.expression',
  'MatchCondition.name',
  'NetworkPolicySpec.podSelector',
  'PodFailurePolicy.rules',
  'PodFailurePolicyOnPodConditionsPattern.status',
  'PodFailurePolicyRule.onPodConditions',
  'PodResourceClaim.name',
  'PreferredSchedulingTerm.preference',
  'PriorityClass.value',
  'ResourceClaim.name',
  'RoleRef.apiGroup',
  'ScaleIOPersistentVolumeSource.secretRef',
  'ScaleIOVolumeSource.secretRef',
  'StatefulSetSpec.serviceName',
  'Sysctl.value',
  'TokenRequest.audience',
  'TypedLocalObjectReference.kind',
];

/**
 * Fields that the schema does not call required and without which the server refuses the object, found likewise.
 *
 * The metadata of each kind come on top, for the name in them. What a rule about the meaning of an object misses by
 * itself, such as the access modes of a claim, is left to it.
 */
export const DEMANDED: readonly string[] = [
  'ControllerRevision.data',
  'CronJob.spec',
  'DaemonSet.spec',
  'Deployment.spec',
  'HorizontalPodAutoscaler.spec',
  'HostAlias.ip',
  'Ingress.spec',
  'Job.spec',
  'JobTemplateSpec.spec',
  'PersistentVolume.spec',
  'PersistentVolumeClaim.spec',
  'PersistentVolumeSpec.accessModes',
  'PersistentVolumeSpec.capacity',
  'Pod.spec',
  'PodDNSConfigOption.name',
  'PodTemplate.template',
  'PodTemplateSpec.spec',
  'ReplicaSet.spec',
  'ReplicaSetSpec.template',
  'ReplicationController.spec',
  'ReplicationControllerSpec.template',
  'Service.spec',
  'StatefulSet.spec',
];

/** The kinds that have a `status`, of which the declarations say nothing. In any other, it is an unknown field. */
export const KINDS_WITH_STATUS: readonly string[] = [
  'APIService',
  'CertificateSigningRequest',
  'CronJob',
  'CustomResourceDefinition',
  'DaemonSet',
  'Deployment',
  'FlowSchema',
  'HorizontalPodAutoscaler',
  'Ingress',
  'Job',
  'LocalSubjectAccessReview',
  'Namespace',
  'NetworkPolicy',
  'Node',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Pod',
  'PodDisruptionBudget',
  'PodSchedulingContext',
  'PriorityLevelConfiguration',
  'ReplicaSet',
  'ReplicationController',
  'ResourceClaim',
  'ResourceQuota',
  'SelfSubjectAccessReview',
  'SelfSubjectReview',
  'SelfSubjectRulesReview',
  'Service',
  'StatefulSet',
  'StorageVersion',
  'SubjectAccessReview',
  'TokenReview',
  'ValidatingAdmissionPolicy',
  'VolumeAttachment',
];

/** Kinds of which no object is applied: each is what a part of another object takes or gives. */
export const NO_OBJECTS: readonly string[] = ['Eviction', 'Scale', 'Status', 'TokenRequest'];
