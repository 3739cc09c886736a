import { addToList } from '../../../validation/add-to-list';
import { asObject, asText, kindOf } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { eventMessage } from '../reading/evidence';
import { nameOf } from '../reading/named';
import { untoleratedTaints } from '../reading/node-state';
import { hasEnded, isTerminating, nodeOf } from '../reading/pod-state';
import { unmetOn } from './node-selection';

/** A Pod that was put on a node; of one that is gone only its event is left. */
interface Placed {
  readonly node: string;
  /** @default it is gone */
  readonly pod?: Manifest;
}

const READ = new WeakMap<Cluster, ReadonlyMap<string, readonly Placed[]>>();

/**
 * Returns the nodes that have an untolerated taint of this key which was not there before: Pods that do not tolerate
 * it run there, or were put there not long ago.
 */
export function newlyTaintedNodes(cluster: Cluster, podSpec: JsonObject, key: string): readonly Manifest[] {
  return cluster.ofKind('Node').filter((node) => {
    const isTainted = untoleratedTaints(podSpec, node).some((taint) => taint.key === key);
    if (!isTainted || unmetOn(podSpec, node).length > 0) return false;
    return isNewOn(cluster, node, key);
  });
}

const NEW = new WeakMap<Cluster, Map<string, boolean>>();

function isNewOn(cluster: Cluster, node: Manifest, key: string): boolean {
  const answers = NEW.get(cluster) ?? new Map<string, boolean>();
  NEW.set(cluster, answers);
  const question = `${nameOf(node)} ${key}`;
  const placed = placedByNode(cluster).get(nameOf(node)) ?? [];
  const answer = answers.get(question) ?? placed.some(({ pod }) => isIntolerant(pod, node, key));
  answers.set(question, answer);
  return answer;
}

/** Of a Pod that is gone it is assumed: those of DaemonSets, which tolerate the most, come back under new names. */
function isIntolerant(pod: Manifest | undefined, node: Manifest, key: string): boolean {
  if (pod === undefined) return true;
  if (hasEnded(pod) || isTerminating(pod)) return false;
  return untoleratedTaints(asObject(pod.json['spec']), node).some((taint) => taint.key === key);
}

function placedByNode(cluster: Cluster): ReadonlyMap<string, readonly Placed[]> {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const byNode = new Map<string, Placed[]>();
  for (const placed of [...placedPods(cluster), ...placedBefore(cluster)]) {
    addToList(byNode, placed.node, placed);
  }
  READ.set(cluster, byNode);
  return byNode;
}

function placedPods(cluster: Cluster): readonly Placed[] {
  return cluster.ofKind('Pod').flatMap((pod) => (nodeOf(pod) === '' ? [] : [{ node: nodeOf(pod), pod }]));
}

function placedBefore(cluster: Cluster): readonly Placed[] {
  return cluster.reading.objects.flatMap((object) => {
    const { reason, involvedObject, regarding } = object.json;
    if (kindOf(object) !== 'Event' || reason !== 'Scheduled') return [];
    const about = asObject(involvedObject ?? regarding);
    if (cluster.tryFind('Pod', asText(about['namespace']), asText(about['name'])) !== undefined) return [];
    const node = / to (\S+)$/.exec(eventMessage(object.json).slice(-300))?.[1];
    return node === undefined ? [] : [{ node }];
  });
}
