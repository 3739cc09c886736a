import { addToList } from '../../../validation/add-to-list';
import type { Manifest } from '../../../validation/manifest';
import { workloadName } from '../../../validation/pods/pods';
import type { WorkloadManifest } from '../../../validation/pods/pods';
import { compareTexts } from '../connections/connections';
import { BROWSERS } from '../connections/network-graph';
import type { NetworkGraph } from '../connections/network-graph';
import type { ArchitectureGraph, GraphEdge, GraphNode } from '../report-model';
import { imagesText, roleOf } from './workload-facts';

/** What is known of the workloads by now. */
export interface NamedWorkloads {
  readonly workloads: readonly WorkloadManifest[];
  readonly ids: ReadonlyMap<Manifest, string>;
  readonly stacks: ReadonlyMap<Manifest, string>;
}

const ROLE_ORDER: readonly GraphNode['role'][] = ['outside', 'entry', 'service', 'stream', 'job', 'store'];

/**
 * Returns a picture for each stack: its workloads, what is outside, and the workloads of other stacks that it talks
 * to or that talk to it.
 */
export function architectureGraphs(
  { workloads, ids, stacks }: NamedWorkloads,
  network: NetworkGraph,
): readonly ArchitectureGraph[] {
  const nodes = new Map<string, { readonly node: GraphNode; readonly stack: string }>();
  for (const workload of workloads) {
    const { manifest } = workload;
    const role = roleOf(workload, network.entries.has(manifest));
    const id = ids.get(manifest) ?? '';
    const node: GraphNode = { id, label: workloadName(workload), role, detail: imagesText(workload) };
    nodes.set(id, { node, stack: stacks.get(manifest) ?? '' });
  }
  const edgesByStack = new Map<string, Set<GraphEdge>>([...stacks.values()].map((stack) => [stack, new Set()]));
  for (const edge of network.edges) {
    for (const end of [edge.from, edge.to]) {
      const stack = nodes.get(end)?.stack;
      if (stack !== undefined) edgesByStack.get(stack)?.add(edge);
    }
  }
  const hosts = hostsByStack(network, stacks);
  const own = new Map<string, GraphNode[]>();
  for (const { node, stack } of nodes.values()) addToList(own, stack, node);

  return [...edgesByStack]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([stack, edges]) => {
      const mine = own.get(stack) ?? [];
      const known = new Set(mine.map(({ id }) => id));
      const ends = [...new Set([...edges].flatMap(({ from, to }) => [from, to]))].filter((id) => !known.has(id));
      const others = ends.flatMap((id) => {
        const foreign = nodes.get(id);
        const outside = network.outside.get(id);
        if (foreign !== undefined) return [{ ...foreign.node, foreignStack: foreign.stack }];
        if (outside === undefined) return [];
        return outside.id === BROWSERS.id ? [{ ...outside, detail: (hosts.get(stack) ?? []).join(', ') }] : [outside];
      });
      return { stack, nodes: [...mine, ...others].sort(compareNodes), edges: [...edges] };
    });
}

/** Of the hosts of all stacks, a picture tells those that lead to its own. */
function hostsByStack(
  { entries }: NetworkGraph,
  stacks: ReadonlyMap<Manifest, string>,
): ReadonlyMap<string, readonly string[]> {
  const hosts = new Map<string, readonly string[]>();
  for (const [manifest, own] of entries) {
    const stack = stacks.get(manifest) ?? '';
    hosts.set(stack, [...new Set([...(hosts.get(stack) ?? []), ...own])].sort(compareTexts));
  }
  return hosts;
}

function compareNodes(one: GraphNode, other: GraphNode): number {
  return ROLE_ORDER.indexOf(one.role) - ROLE_ORDER.indexOf(other.role) || compareTexts(one.id, other.id);
}
