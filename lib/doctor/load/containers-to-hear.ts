import { asList, asObject, asText, objectId } from '../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../validation/manifest';
import type { Cluster } from '../cluster/cluster';

/** A container whose last lines may say what is wrong. */
export interface ContainerToHear {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** Whether an earlier run of it ended, and its last lines say more than those of this run. */
  readonly hasEnded: boolean;
}

/** Replicas fail alike: two show whether they do. */
const PODS_OF_WORKLOAD = 2;

/** The most containers that are asked in all. */
const MOST = 40;

/**
 * Returns the containers whose logs are worth a look: those that ended, wait after an end, or are not ready. Those that
 * ended come first; of each workload a few Pods, and some dozens in all.
 */
export function containersToHear(cluster: Cluster): readonly ContainerToHear[] {
  const heard = new Map<string, number>();
  const found: ContainerToHear[] = [];
  for (const pod of cluster.ofKind('Pod')) {
    const containers = inTrouble(pod);
    if (containers.length === 0) continue;
    const owner = objectId(cluster.topOwner(pod));
    const key = `${owner} ${containers.map(({ container }) => container).join(' ')}`;
    const others = heard.get(key) ?? 0;
    if (others >= PODS_OF_WORKLOAD) continue;
    heard.set(key, others + 1);
    found.push(...containers);
  }
  return [...found.filter(({ hasEnded }) => hasEnded), ...found.filter(({ hasEnded }) => !hasEnded)].slice(0, MOST);
}

function inTrouble(pod: Manifest): readonly ContainerToHear[] {
  const { namespace, name } = asObject(pod.json['metadata']);
  const status = asObject(pod.json['status']);
  const statuses = [...asList(status['initContainerStatuses']), ...asList(status['containerStatuses'])].map(asObject);
  // Nothing of it is anywhere before it has a node.
  if (asText(asObject(pod.json['spec'])['nodeName']) === '') return [];
  return statuses.filter(isInTrouble).map((container) => ({
    namespace: asText(namespace),
    pod: asText(name),
    container: asText(container['name']),
    hasEnded: hasEnded(container),
  }));
}

function isInTrouble(container: JsonObject): boolean {
  const { waiting, terminated, running } = asObject(container['state']);
  if (terminated !== undefined) return !isDone(terminated);
  if (waiting !== undefined) return endedBefore(container);
  return running !== undefined && (container['ready'] !== true || failedBefore(container));
}

function hasEnded(container: JsonObject): boolean {
  return endedBefore(container) || asObject(container['state'])['terminated'] !== undefined;
}

function endedBefore(container: JsonObject): boolean {
  return asObject(container['lastState'])['terminated'] !== undefined;
}

function failedBefore(container: JsonObject): boolean {
  const { terminated } = asObject(container['lastState']);
  return terminated !== undefined && !isDone(terminated);
}

function isDone(terminated: Json): boolean {
  return asObject(terminated)['exitCode'] === 0;
}
