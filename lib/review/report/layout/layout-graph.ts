import type { ElkNode } from 'elkjs/lib/elk-api';
import type { ArchitectureGraph, GraphNode } from '../report-model';
import { bundlesOf } from './bundles';
import { edgeGroups } from './edge-groups';
import { coreOf } from './elk-result';
import { elkGraph, isTooLarge } from './elk-graph';
import type { Partition } from './elk-graph';
import { gridCore } from './grid-core';
import { finishedGraph } from './finished-graph';
import type { LaidOutGraph } from './laid-out-graph';
import { nodeSizes } from './node-size';
import { withShortLabels } from './short-labels';

/**
 * Gives each node, edge and label of a graph its place, the same each time.
 *
 * From left to right: who comes from outside, workloads, what they keep data in, and systems outside. Nodes with the
 * same connections share a frame and their lines, and lines that ask a node for the same ports come together.
 */
export async function layoutGraph(whole: ArchitectureGraph): Promise<LaidOutGraph> {
  const { graph, title } = withShortLabels(whole);
  const sizeOf = nodeSizes(graph.nodes);
  const connected = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const bundles = bundlesOf({ ...graph, nodes: graph.nodes.filter(({ id }) => connected.has(id)) });
  const bundleOf = new Map(bundles.flatMap(({ id, nodes }) => nodes.map((node) => [node.id, id] as const)));
  const byId = new Map(bundles.map((bundle) => [bundle.id, bundle]));
  const nodeOf = (bundle: string) => byId.get(bundle)?.nodes[0];
  const groups = edgeGroups(graph.edges, bundleOf, (bundle) => nodeOf(bundle)?.role === 'outside');

  const targets = new Set(groups.map(({ target }) => target));
  const sources = new Set(groups.flatMap((group) => group.sources));
  const partitionOf = (bundle: string): Partition =>
    partitionFor(nodeOf(bundle), targets.has(bundle), sources.has(bundle));
  const input = elkGraph(bundles, groups, partitionOf, sizeOf);
  const names = { stack: graph.stack, title };
  if (isTooLarge(input)) return finishedGraph(names, gridCore(graph, sizeOf), [], sizeOf);
  const core = coreOf(await layoutWithElk(input), { bundles, groups, partitionOf, sizeOf });
  const isolated = graph.nodes.filter(({ id }) => !connected.has(id));
  return finishedGraph(names, core, isolated, sizeOf);
}

function partitionFor(node: GraphNode | undefined, isTarget: boolean, isSource: boolean): Partition {
  if (node?.role === 'outside') return isTarget ? 3 : 0;
  // What keeps data and asks nobody stands at the end of the way.
  return node?.role === 'store' && !isSource ? 2 : 1;
}

async function layoutWithElk(graph: ElkNode): Promise<ElkNode> {
  if (graph.children?.length === 0) return graph;
  // It is large, and most commands draw nothing.
  const { default: elk } = await import('elkjs/lib/elk.bundled.js');
  return new elk.default().layout(graph);
}
