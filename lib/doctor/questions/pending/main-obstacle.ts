import { asList, asObject } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import {
  isControlPlaneTaint,
  isCordoned,
  isCordonTaint,
  isTroubleTaint,
  taintsOf,
  tryNodeTrouble,
  untoleratedTaints,
} from '../reading/node-state';
import { newlyTaintedNodes } from './new-taints';
import { roomOn } from './node-room';
import { unmetOn } from './node-selection';
import { needOf } from './resource-need';
import { isPinnedAway } from './volume-pins';
import type { Blocker, BlockerKind, SchedulerMessage } from './scheduler-message';

/** What keeps a Pod from a node above all: a node in trouble, a mark of the control plane, or what a filter says. */
export type Obstacle = BlockerKind | 'node-trouble' | 'new-taint' | 'control-plane';

/**
 * Which of several obstacles is told, the first first.
 *
 * Each node has its own, and the scheduler names the first per node. A node that is out of order comes before a full
 * one, since the Pod would run there; then comes what can be changed in the Pod; nodes that are somebody else's by a
 * label or a taint are normal, and come last.
 */
const ORDER: readonly Obstacle[] = [
  'no-nodes',
  'claim-missing',
  'claim-terminating',
  'volume-missing',
  'claim-unbound',
  'node-trouble',
  'node-cordoned',
  'new-taint',
  'resource',
  'pod-count',
  'host-port',
  'volume-exclusive',
  'volume-limit',
  'volume-elsewhere',
  'no-volume-fits',
  'topology-spread',
  'pod-anti-affinity',
  'pod-affinity',
  'node-name',
  'node-selector',
  'taint',
  'control-plane',
  'other',
];

/** Returns what keeps a Pod from a node above all, by the scheduler's message and by the nodes where they were read. */
export function mainObstacle(cluster: Cluster, pod: Manifest, { blockers }: SchedulerMessage): Obstacle {
  const podSpec = asObject(pod.json['spec']);
  const nodes = cluster.ofKind('Node');
  const found = new Set(blockers.map((blocker) => obstacleOf(cluster, podSpec, blocker)));
  for (const obstacle of ORDER) {
    if (!found.has(obstacle)) continue;
    const isOutOfOrder = obstacle === 'node-trouble' || obstacle === 'node-cordoned';
    if (isOutOfOrder && found.size > 1 && !wouldHelp(cluster, podSpec, nodes, obstacle)) continue;
    // The Pod was meant for the marked nodes if its selection fits one of them.
    if (obstacle === 'node-selector' && found.has('taint') && fitsTainted(podSpec, nodes)) continue;
    // The scheduler looks at the nodes of a volume alone, and says of them that they are not selected.
    return obstacle === 'node-selector' && isPinnedAway(cluster, pod) ? 'volume-elsewhere' : obstacle;
  }
  return 'other';
}

function obstacleOf(cluster: Cluster, podSpec: JsonObject, { kind, subject = '' }: Blocker): Obstacle {
  if (kind !== 'taint') return kind;
  const key = subject.split(': ', 1)[0] ?? '';
  if (isCordonTaint(key)) return 'node-cordoned';
  if (isTroubleTaint(key)) return 'node-trouble';
  if (isControlPlaneTaint(key)) return 'control-plane';
  return newlyTaintedNodes(cluster, podSpec, key).length > 0 ? 'new-taint' : kind;
}

/** Whether the Pod would run on one of the nodes that are out of order. Of nodes that were not read it is assumed. */
function wouldHelp(
  cluster: Cluster,
  podSpec: JsonObject,
  nodes: readonly Manifest[],
  obstacle: 'node-trouble' | 'node-cordoned',
): boolean {
  if (nodes.length === 0) return true;
  return nodes.some((node) => {
    const isMeant =
      obstacle === 'node-cordoned'
        ? isCordoned(node)
        : tryNodeTrouble(node) !== undefined || taintsOf(node).some(({ key }) => isTroubleTaint(key));
    if (!isMeant || unmetOn(podSpec, node).length > 0) return false;
    const foreign = untoleratedTaints(podSpec, node).filter(({ key }) => !isTroubleTaint(key) && !isCordonTaint(key));
    return foreign.length === 0 && hasRoom(cluster, podSpec, node, obstacle === 'node-cordoned');
  });
}

/** Of a node in trouble only its size counts: its Pods are about to be moved, or are gone without anybody knowing. */
function hasRoom(cluster: Cluster, podSpec: JsonObject, node: Manifest, counted: boolean): boolean {
  return resourcesOf(podSpec).every((resource) => {
    const { allocatable, free } = roomOn(cluster, node, resource);
    return needOf(podSpec, resource) <= (counted ? free : allocatable);
  });
}

function fitsTainted(podSpec: JsonObject, nodes: readonly Manifest[]): boolean {
  return nodes.some((node) => untoleratedTaints(podSpec, node).length > 0 && unmetOn(podSpec, node).length === 0);
}

/** Returns the resources that a Pod asks for. */
export function resourcesOf(podSpec: JsonObject): readonly string[] {
  const containers = ['containers', 'initContainers'].flatMap((list) => asList(podSpec[list]).map(asObject));
  const names = containers.flatMap(({ resources }) => {
    const { requests, limits } = asObject(resources);
    return [...Object.keys(asObject(requests)), ...Object.keys(asObject(limits))];
  });
  return [...new Set(['cpu', 'memory', ...names])].sort();
}
