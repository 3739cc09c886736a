/** How much the verdict depends on a kind. */
export type Weight =
  /** Without it nothing is known to be healthy. */
  | 'essential'
  /** A cluster that refuses it is not called healthy; a saved one may simply have none. */
  | 'usual'
  /** It sharpens findings, and whoever may read one namespace may often not read it. */
  | 'extra';

/** A kind that is read of a cluster. */
export interface ReadKind {
  /** As kubectl's plural, without the group. */
  readonly plural: string;
  /** As kubectl asks for it, so that no kind of another group is meant. */
  readonly resource: string;
  readonly kind: string;
  readonly weight: Weight;
  /** Whether it belongs to no namespace. @default false */
  readonly clusterWide?: boolean;
}

/** Every kind that is read, in the order in which they are asked for: the first ones decide whether anything can be. */
export const readKinds: readonly ReadKind[] = [
  ofGroup('', 'pods', 'Pod', 'essential'),
  ofGroup('', 'events', 'Event', 'essential'),
  ofGroup('apps', 'deployments', 'Deployment', 'essential'),
  ofGroup('apps', 'replicasets', 'ReplicaSet', 'essential'),
  ofGroup('apps', 'statefulsets', 'StatefulSet', 'essential'),
  ofGroup('apps', 'daemonsets', 'DaemonSet', 'essential'),
  ofGroup('batch', 'jobs', 'Job', 'essential'),
  ofGroup('batch', 'cronjobs', 'CronJob', 'essential'),
  ofGroup('', 'resourcequotas', 'ResourceQuota', 'usual'),
  ofGroup('', 'persistentvolumeclaims', 'PersistentVolumeClaim', 'usual'),
  ofGroup('', 'services', 'Service', 'usual'),
  ofGroup('discovery.k8s.io', 'endpointslices', 'EndpointSlice', 'usual'),
  ofGroup('', 'configmaps', 'ConfigMap', 'usual'),
  ofGroup('', 'limitranges', 'LimitRange', 'extra'),
  ofGroup('', 'serviceaccounts', 'ServiceAccount', 'extra'),
  ofGroup('', 'secrets', 'Secret', 'extra'),
  ofGroup('', 'endpoints', 'Endpoints', 'extra'),
  ofGroup('networking.k8s.io', 'networkpolicies', 'NetworkPolicy', 'extra'),
  ofGroup('networking.k8s.io', 'ingresses', 'Ingress', 'extra'),
  ofGroup('autoscaling', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler', 'extra'),
  ofGroup('policy', 'poddisruptionbudgets', 'PodDisruptionBudget', 'extra'),
  { ...ofGroup('', 'namespaces', 'Namespace', 'extra'), clusterWide: true },
  { ...ofGroup('', 'nodes', 'Node', 'extra'), clusterWide: true },
  { ...ofGroup('storage.k8s.io', 'storageclasses', 'StorageClass', 'extra'), clusterWide: true },
  { ...ofGroup('', 'persistentvolumes', 'PersistentVolume', 'extra'), clusterWide: true },
  { ...ofGroup('scheduling.k8s.io', 'priorityclasses', 'PriorityClass', 'extra'), clusterWide: true },
];

/** The reason for which a kind of a saved cluster counts as not read. */
export const NOT_SAVED = 'no object of this kind is among the files, and they do not say that there is none';

/** Tells whether a reading that lacks a kind for this reason may not be called healthy. */
export function hidesTrouble(plural: string, reason: string): boolean {
  const weight = readKinds.find((kind) => kind.plural === plural)?.weight;
  return weight === 'essential' || (weight === 'usual' && reason !== NOT_SAVED);
}

function ofGroup(group: string, plural: string, kind: string, weight: Weight): ReadKind {
  return { plural, resource: group === '' ? plural : `${plural}.${group}`, kind, weight };
}
