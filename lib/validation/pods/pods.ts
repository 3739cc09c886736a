import { asList, asObject, asText, kindOf } from '../manifest';
import type { JsonObject, Manifest } from '../manifest';
import { oncePer } from '../once-per';

/** The kinds that run Pods, with the API group that serves each in Kubernetes 1.27 and where the Pod's spec stands. */
const WORKLOAD_KINDS = {
  Pod: { group: '', podPath: 'spec' },
  ReplicationController: { group: '', podPath: 'spec.template.spec' },
  Deployment: { group: 'apps', podPath: 'spec.template.spec' },
  StatefulSet: { group: 'apps', podPath: 'spec.template.spec' },
  DaemonSet: { group: 'apps', podPath: 'spec.template.spec' },
  ReplicaSet: { group: 'apps', podPath: 'spec.template.spec' },
  Job: { group: 'batch', podPath: 'spec.template.spec' },
  CronJob: { group: 'batch', podPath: 'spec.jobTemplate.spec.template.spec' },
} as const;

/** A kind that runs Pods. */
export type WorkloadKind = keyof typeof WORKLOAD_KINDS;

/** An object that runs Pods, with what every rule about Pods asks of it. */
export interface WorkloadManifest {
  readonly manifest: Manifest;
  readonly kind: WorkloadKind;
  /** Its own spec, empty where it is missing or malformed. */
  readonly spec: JsonObject;
  /** The spec of its Pods, empty where it is missing or malformed. */
  readonly podSpec: JsonObject;
  /** Where `podSpec` stands: `spec.template.spec`. */
  readonly podPath: string;
  /** Containers first, then init containers, each in the order written. */
  readonly containers: readonly Container[];
}

/** A container of a Pod, with the words in which a finding names it. */
export interface Container {
  /** Empty where it is missing. */
  readonly name: string;
  /** Whether it runs to its end before the containers start. */
  readonly init: boolean;
  /** Where it stands, by name, or by index where it has none: `spec.template.spec.containers[mongod]`. */
  readonly path: string;
  /** The container itself, empty where it is malformed. */
  readonly json: JsonObject;
}

/**
 * Returns the object as a workload, or undefined if it runs no Pods.
 *
 * A kind counts only in its own API group, whatever the version: a `Job` of another group is not one of Kubernetes.
 */
export const tryWorkload = oncePer((manifest: Manifest): WorkloadManifest | undefined => {
  const kind = kindOf(manifest);
  if (!isWorkloadKind(kind)) return undefined;
  const { group, podPath } = WORKLOAD_KINDS[kind];
  if (apiGroupOf(asText(manifest.json['apiVersion'])) !== group) return undefined;

  const podSpec = podPath.split('.').reduce((object, field) => asObject(object[field]), manifest.json);
  const containers = [
    ...containersIn(podSpec, `${podPath}.containers`, false),
    ...containersIn(podSpec, `${podPath}.initContainers`, true),
  ];
  return { manifest, kind, spec: asObject(manifest.json['spec']), podSpec, podPath, containers };
});

/** Returns the workloads among the objects, in their order. */
export const workloadsAmong = oncePer((manifests: readonly Manifest[]): readonly WorkloadManifest[] =>
  manifests.flatMap((manifest) => tryWorkload(manifest) ?? []),
);

/** Returns the containers and init containers of an object, none if it runs no Pods. */
export function containersOf(manifest: Manifest): readonly Container[] {
  return tryWorkload(manifest)?.containers ?? [];
}

/** Returns the name of a workload, or its kind where it has none. */
export function workloadName({ manifest, kind }: WorkloadManifest): string {
  const name = asText(asObject(manifest.json['metadata'])['name']);
  return name === '' ? kind : name;
}

/** Returns the API group of an apiVersion: `apps` for `apps/v1`, empty for the core group's `v1`, undefined for neither form. */
export function apiGroupOf(apiVersion: string): string | undefined {
  const parts = apiVersion.split('/');
  if (parts.length === 1) return apiVersion === 'v1' ? '' : undefined;
  return parts.length === 2 ? parts[0] : undefined;
}

function isWorkloadKind(kind: string): kind is WorkloadKind {
  // Not `in`: a kind named `constructor` is found there.
  return Object.hasOwn(WORKLOAD_KINDS, kind);
}

function containersIn(podSpec: JsonObject, path: string, init: boolean): readonly Container[] {
  return asList(podSpec[init ? 'initContainers' : 'containers']).map((item, index) => {
    const json = asObject(item);
    const name = asText(json['name']);
    return { name, init, path: `${path}[${name === '' ? index : name}]`, json };
  });
}
