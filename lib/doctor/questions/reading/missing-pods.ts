import { asObject, kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Cluster } from '../../cluster/cluster';
import { tryConditionOf } from './conditions';
import { hasEnded, isTerminating } from './pod-state';

/** A controller that has fewer Pods than it wants. */
export interface LackingController {
  /** The object that creates the Pods and that events are about: a ReplicaSet rather than its Deployment. */
  readonly controller: Manifest;
  /** The highest controller above it. */
  readonly workload: Manifest;
  readonly wanted: number;
  readonly there: number;
  /** More than 0. */
  readonly missing: number;
}

/** The kinds that create Pods themselves. */
const POD_CREATORS = ['ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'Job'] as const;

/** Returns the controllers that want more Pods than there are. What is being deleted wants none. */
export function controllersLackingPods(cluster: Cluster): readonly LackingController[] {
  return POD_CREATORS.flatMap((kind) => cluster.ofKind(kind)).flatMap((controller) => {
    if (isTerminating(controller)) return [];
    const wanted = wantedPods(controller);
    const there = podsThere(cluster, controller);
    if (wanted <= there) return [];
    return [{ controller, workload: cluster.topOwner(controller), wanted, there, missing: wanted - there }];
  });
}

/** Tells whether a Pod counts for its controller: neither ended nor on its way out. */
export function isActivePod(pod: Manifest): boolean {
  return !hasEnded(pod) && !isTerminating(pod);
}

function wantedPods(controller: Manifest): number {
  const [spec, status] = [asObject(controller.json['spec']), asObject(controller.json['status'])];
  if (kindOf(controller) === 'DaemonSet') return wholeNumber(status['desiredNumberScheduled'], 0);
  if (kindOf(controller) !== 'Job') return wholeNumber(spec['replicas'], 1);
  if (spec['suspend'] === true || isJobOver(controller)) return 0;
  const parallelism = wholeNumber(spec['parallelism'], 1);
  const completions = wholeNumber(spec['completions'], parallelism);
  return Math.min(parallelism, Math.max(completions - wholeNumber(status['succeeded'], 0), 0));
}

/** Tells whether a Job has come to an end, either way. */
export function isJobOver(job: Manifest): boolean {
  return tryConditionOf(job, 'Complete', 'True') !== undefined || tryConditionOf(job, 'Failed', 'True') !== undefined;
}

function podsThere(cluster: Cluster, controller: Manifest): number {
  if (cluster.reading.unread.has('pods')) {
    const { replicas, currentNumberScheduled, active } = asObject(controller.json['status']);
    return wholeNumber(replicas ?? currentNumberScheduled ?? active, 0);
  }
  const pods = cluster.ownedBy(controller).filter((object) => kindOf(object) === 'Pod');
  // A StatefulSet makes no other Pod of a name before the one that has it is gone.
  return kindOf(controller) === 'StatefulSet' ? pods.length : pods.filter(isActivePod).length;
}
