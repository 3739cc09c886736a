import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Cluster } from '../../cluster/cluster';
import { nameOf } from './named';
import { conditionOf, isTerminating } from './pod-state';

/** The Pod that a StatefulSet waits for before it makes or replaces another one. */
export interface BlockingPod {
  readonly pod: Manifest;
  /** The revision of the template that it was made of, empty where it does not say. */
  readonly revision: string;
  /** The revision that the StatefulSet wants, empty where it does not say. */
  readonly wantedRevision: string;
  /** How many Pods there are, and how many there are to be. */
  readonly there: number;
  readonly wanted: number;
}

/** Returns the first Pod of a StatefulSet that is not ready, unless it is none that goes by order, or is on its way out. */
export function tryBlockingPod(cluster: Cluster, set: Manifest): BlockingPod | undefined {
  const [spec, status] = [asObject(set.json['spec']), asObject(set.json['status'])];
  if (isTerminating(set) || spec['podManagementPolicy'] === 'Parallel') return undefined;
  const wanted = wholeNumber(spec['replicas'], 1);
  const first = wholeNumber(asObject(spec['ordinals'])['start'], 0);
  const pods = new Map(cluster.podsOf(set).map((pod) => [nameOf(pod), pod]));
  const ordinals = Array.from({ length: Math.min(wanted, pods.size + 1) }, (_, index) => first + index);
  const pod = ordinals.map((ordinal) => pods.get(`${nameOf(set)}-${ordinal}`)).find(isNotReady);
  if (pod === undefined || isTerminating(pod)) return undefined;
  const revision = asText(asObject(asObject(pod.json['metadata'])['labels'])['controller-revision-hash']);
  return { pod, revision, wantedRevision: asText(status['updateRevision']), there: pods.size, wanted };
}

/** Tells whether a Pod was made of another template than its StatefulSet has now. */
export function isOfOldRevision({ revision, wantedRevision }: BlockingPod): boolean {
  return revision !== '' && wantedRevision !== '' && revision !== wantedRevision;
}

function isNotReady(pod: Manifest | undefined): pod is Manifest {
  return pod !== undefined && conditionOf(pod, 'Ready')['status'] !== 'True';
}
