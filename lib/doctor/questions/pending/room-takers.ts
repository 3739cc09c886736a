import { asObject, objectId } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import { namespaceOf } from '../reading/named';
import { podsByNode } from './node-room';
import { formatAmount, needOf } from './resource-need';

/** How many workloads that take room are named. */
const NAMED_TAKERS = 3;

const READ = new WeakMap<Cluster, Map<string, Text>>();

/** Names what takes the most of a resource on a node, to stand at the end of a sentence. */
export function takersText(cluster: Cluster, node: string, resource: string): Text {
  const texts = READ.get(cluster) ?? new Map<string, Text>();
  READ.set(cluster, texts);
  const key = `${resource} ${node}`;
  const text = texts.get(key) ?? readText(cluster, node, resource);
  texts.set(key, text);
  return text;
}

function readText(cluster: Cluster, node: string, resource: string): Text {
  const byOwner = new Map<string, number>();
  const pods = podsByNode(cluster);
  for (const pod of pods.byNode.get(node) ?? []) {
    const id = pods.elsewhere.has(pod) ? `namespace ${namespaceOf(pod)}` : objectId(cluster.topOwner(pod));
    byOwner.set(id, (byOwner.get(id) ?? 0) + needOf(asObject(pod.json['spec']), resource));
  }
  const most = [...byOwner]
    .filter(([, amount]) => amount > 0)
    .sort(([id, one], [otherId, other]) => other - one || (id < otherId ? -1 : 1))
    .slice(0, NAMED_TAKERS)
    .map(([id, amount]) => `${id} ${formatAmount(resource, amount)}`)
    .join(', ');
  if (most === '') return { en: '', zh: '' };
  return { en: `; the most there is taken by ${most}`, zh: `；其上占用最多的是 ${most}` };
}
