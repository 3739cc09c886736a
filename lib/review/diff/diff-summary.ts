import type { Effect, ObjectChange } from './object-change';

/** What a reviewer has to know of a difference before anything else. */
export interface DiffSummary {
  readonly removed: number;
  readonly changed: number;
  readonly added: number;
  /** Objects with which data goes, as `Kind/namespace/name`. */
  readonly dataLost: readonly string[];
  /** Objects that the API server will not take. */
  readonly refused: readonly string[];
  /** Workloads that are gone, or scaled to nothing: their Pods end, and none start. */
  readonly ended: readonly string[];
  /** Workloads that end before they start anew, and objects that are deleted and made anew. */
  readonly recreated: readonly string[];
  /** Workloads whose Pods are replaced, those left out that are among the recreated ones. */
  readonly restarted: readonly string[];
  /** Objects that change who reaches whom. */
  readonly traffic: readonly string[];
}

/** Sums changes up; each list is sorted. */
export function diffSummary(objects: readonly ObjectChange[]): DiffSummary {
  const recreated = [...new Set(objects.flatMap(recreatedBy))].sort();
  const restarts = new Set(objects.flatMap((change) => change.restarts));
  for (const object of recreated) restarts.delete(object);
  return {
    removed: counted(objects, 'removed'),
    changed: counted(objects, 'changed'),
    added: counted(objects, 'added'),
    dataLost: withEffect(objects, 'data-lost'),
    refused: withEffect(objects, 'refused'),
    ended: objects
      .filter(ends)
      .map(({ object }) => object)
      .sort(),
    recreated,
    restarted: [...restarts].sort(),
    traffic: withEffect(objects, 'traffic'),
  };
}

const WORKLOAD = /^(?:CronJob|DaemonSet|Deployment|Job|Pod|ReplicaSet|ReplicationController|StatefulSet)\//;

function ends({ object, change, fields }: ObjectChange): boolean {
  if (!WORKLOAD.test(object)) return false;
  return change === 'removed' || fields.some(({ path, after }) => path === 'spec.replicas' && after === 0);
}

/** A ConfigMap is named by what it restarts, if that is of one kind; otherwise the workloads say it themselves. */
function recreatedBy({ object, effects, restarts }: ObjectChange): readonly string[] {
  if (!effects.includes('recreates')) return [];
  if (restarts.length === 0 || restarts.includes(object)) return [object];
  return effects.includes('restarts') ? [] : restarts;
}

function counted(objects: readonly ObjectChange[], kind: ObjectChange['change']): number {
  return objects.filter(({ change }) => change === kind).length;
}

function withEffect(objects: readonly ObjectChange[], effect: Effect): readonly string[] {
  return objects
    .filter(({ effects }) => effects.includes(effect))
    .map(({ object }) => object)
    .sort();
}
