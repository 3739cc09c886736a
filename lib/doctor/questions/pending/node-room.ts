import { addToList } from '../../../validation/add-to-list';
import { asObject } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { nameOf, namespaceOf } from '../reading/named';
import { isCordoned, tryNodeTrouble, untoleratedTaints } from '../reading/node-state';
import { hasEnded, nodeOf } from '../reading/pod-state';
import { unmetOn } from './node-selection';
import { amountOf, needOf } from './resource-need';
import { volumePins } from './volume-pins';

/** What is left of one resource on one node. */
export interface NodeRoom {
  readonly node: Manifest;
  readonly name: string;
  /** All that Pods may request there. */
  readonly allocatable: number;
  /** What the Pods on it request, as far as they were read. */
  readonly taken: number;
  /** Never below 0. */
  readonly free: number;
}

/** The Pods on each node, and whether those of other namespaces are among them. */
export interface NodePods {
  readonly byNode: ReadonlyMap<string, readonly Manifest[]>;
  readonly othersAreKnown: boolean;
  /** Those of other namespaces, of which nothing but their Pods is read. */
  readonly elsewhere: ReadonlySet<Manifest>;
}

const READ = new WeakMap<Cluster, NodePods>();

/** Returns the Pods that take room, by node. */
export function podsByNode(cluster: Cluster): NodePods {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const elsewhere = cluster.reading.podsElsewhere;
  const byNode = new Map<string, Manifest[]>();
  const namespaces = new Set<string>();
  for (const pod of [...cluster.ofKind('Pod'), ...(elsewhere ?? [])]) {
    namespaces.add(namespaceOf(pod));
    const node = nodeOf(pod);
    if (node === '' || hasEnded(pod)) continue;
    addToList(byNode, node, pod);
  }
  // A saved cluster may hold all namespaces in one List.
  const othersAreKnown = elsewhere !== undefined || namespaces.size > 1;
  const read = { byNode, othersAreKnown, elsewhere: new Set(elsewhere) };
  READ.set(cluster, read);
  return read;
}

/** Returns the nodes that nothing but room keeps a Pod from. */
export function usableNodes(cluster: Cluster, pod: Manifest): readonly Manifest[] {
  const podSpec = specOf(pod);
  const pins = volumePins(cluster, pod);
  return cluster.ofKind('Node').filter((node) => {
    const isOpen = !isCordoned(node) && tryNodeTrouble(node) === undefined && pins.every(({ allows }) => allows(node));
    return isOpen && untoleratedTaints(podSpec, node).length === 0 && unmetOn(podSpec, node).length === 0;
  });
}

/** Returns what is left of a resource on a node. */
export function roomOn(cluster: Cluster, node: Manifest, resource: string): NodeRoom {
  const name = nameOf(node);
  const allocatable = amountOf(resource, asObject(asObject(node.json['status'])['allocatable'])[resource]);
  const taken = takenOn(cluster, name, resource);
  return { node, name, allocatable, taken, free: Math.max(allocatable - taken, 0) };
}

const TAKEN = new WeakMap<Cluster, Map<string, number>>();

/** Every Pod that waits asks about every node, so it is counted once. */
function takenOn(cluster: Cluster, node: string, resource: string): number {
  const taken = TAKEN.get(cluster) ?? new Map<string, number>();
  TAKEN.set(cluster, taken);
  const key = `${resource} ${node}`;
  const known = taken.get(key);
  if (known !== undefined) return known;
  const pods = podsByNode(cluster).byNode.get(node) ?? [];
  const sum = resource === 'pods' ? pods.length : pods.reduce((total, pod) => total + needOf(specOf(pod), resource), 0);
  taken.set(key, sum);
  return sum;
}

function specOf({ json }: Manifest): JsonObject {
  return asObject(json['spec']);
}
