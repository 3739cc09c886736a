import { asObject } from '../../validation/manifest';
import type { Json } from '../../validation/manifest';
import { tryFieldsOf } from '../../validation/schema/field-table';

/** The type of a value of which nothing is known. */
export const ANY = 'any';
/** The type of an object of a kind that is not of Kubernetes 1.27: only its metadata is known. */
export const ANY_KIND = 'any kind';
/** The type of annotations, some of which other programs keep for themselves. */
export const ANNOTATIONS = 'annotation{}';

/** What the API server writes into the metadata of each object. */
const SERVER_METADATA: ReadonlySet<string> = new Set([
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
]);

/** What kubectl and the controllers note down for themselves. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
]);

/**
 * Types that are part of the object that holds them, so that `{}` and nothing are one. Elsewhere `{}` says something:
 * a selector without fields selects all.
 *
 * The security context of a Pod is among them since the API server fills it in.
 *
 * @see k8s.io/api v0.27 apps/v1, core/v1 types.go; kubernetes v1.27 pkg/apis/core/v1/defaults.go, SetDefaults_PodSpec
 */
const EMBEDDED: ReadonlySet<string> = new Set([
  'ObjectMeta',
  'ResourceRequirements',
  'DeploymentStrategy',
  'StatefulSetUpdateStrategy',
  'DaemonSetUpdateStrategy',
  'PodSecurityContext',
]);

/** Values that the API server fills in where there are none, of the fields by which items are told apart. */
const FILLED_IN: ReadonlyMap<string, Json> = new Map([
  ['ContainerPort.protocol', 'TCP'],
  ['ServicePort.protocol', 'TCP'],
  ['NetworkPolicyPort.protocol', 'TCP'],
  ['EnvVar.value', ''],
]);

/**
 * Types that the API server compares as a whole, order included: another order in a Pod template is a new template,
 * whose Pods replace those of the former; in a selector or a claim it is refused.
 *
 * @see kubernetes v1.27 pkg/controller/deployment/util, EqualIgnoreHash; pkg/apis/core/validation, ValidatePersistentVolumeClaimUpdate
 */
const COMPARED_AS_A_WHOLE: ReadonlySet<string> = new Set(['PodTemplateSpec', 'PodSpec', 'PersistentVolumeClaimSpec']);
const FIXED_SELECTORS: ReadonlySet<string> = new Set([
  'DeploymentSpec',
  'StatefulSetSpec',
  'DaemonSetSpec',
  'ReplicaSetSpec',
  'JobSpec',
]);

const KIND_TYPE = /^Kube\w+Props$/;

/** Returns the type of a field of an object of a type, `any` where it is not known. */
export function fieldType(holder: string, name: string): string {
  if (holder === 'ObjectMeta' && name === 'annotations') return ANNOTATIONS;
  if (holder === ANY_KIND) return name === 'metadata' ? 'ObjectMeta' : ANY;
  if (holder.endsWith('{}')) return holder === ANNOTATIONS ? 'string' : holder.slice(0, -2);
  return tryFieldsOf(holder)?.get(name)?.type ?? ANY;
}

/** Tells whether a field is none of those that people write: what the server reports of itself, or the type of a part. */
export function isIgnored(holder: string, isRoot: boolean, name: string): boolean {
  if (isRoot) return name === 'status';
  if (holder === 'ObjectMeta') return SERVER_METADATA.has(name);
  if (holder === ANNOTATIONS) return BOOKKEEPING.has(name);
  return KIND_TYPE.test(holder) && ['apiVersion', 'kind', 'status'].includes(name);
}

/** Tells whether a field is the namespace of the object itself: by it two are paired, and one may have left it out. */
export function isOwnNamespace(holder: string, parentIsRoot: boolean, name: string): boolean {
  return parentIsRoot && holder === 'ObjectMeta' && name === 'namespace';
}

/** Tells whether the API server makes no difference between a value and none. */
export function isLeftOut(owner: string, type: string, value: Json): boolean {
  if (type.endsWith('[]')) return Array.isArray(value) && value.length === 0;
  if (FILLED_IN.has(owner)) return FILLED_IN.get(owner) === value;
  const fields = asObject(value);
  if (fields !== value) return false;
  if (type.endsWith('{}')) return Object.keys(fields).every((name) => isIgnored(type, false, name));
  return EMBEDDED.has(type) && Object.entries(fields).every(([name, field]) => isNothing(type, name, field));
}

/** Tells whether an object of a type is as good as nothing where it has no fields. */
export function isPart(type: string): boolean {
  return type.endsWith('{}') || EMBEDDED.has(type);
}

/** Tells whether the order of lists in a field counts for the API server. */
export function isOrderKept(holder: string, type: string): boolean {
  return COMPARED_AS_A_WHOLE.has(type) || (type === 'LabelSelector' && FIXED_SELECTORS.has(holder));
}

function isNothing(holder: string, name: string, value: Json | undefined): boolean {
  if (value === undefined || value === null || isIgnored(holder, false, name)) return true;
  return isLeftOut(`${holder}.${name}`, fieldType(holder, name), value);
}
