import type { ElkEdgeSection, ElkNode } from 'elkjs/lib/elk-api';
import type { ArchitectureGraph, GraphNode } from '../report-model';
import { bundleArea } from './bundle-size';
import { bundlesOf, bundleTitle } from './bundles';
import type { Bundle } from './bundles';
import { edgeGroups } from './edge-groups';
import type { EdgeGroup } from './edge-groups';
import { elkGraph, isTooLarge, lastWayId, wayId } from './elk-graph';
import type { Partition } from './elk-graph';
import { gridCore } from './grid-core';
import { finishedGraph } from './finished-graph';
import type { Core, LaidOutGraph, LaidOutGroup, LaidOutNode, Point } from './laid-out-graph';
import { nodeSizes } from './node-size';
import type { NodeSizes } from './node-size';
import { tryPortLabel } from './port-label';
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
  const core = coreOf(await layoutWithElk(input), bundles, groups, sizeOf);
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

function coreOf(
  { children = [], edges = [] }: ElkNode,
  bundles: readonly Bundle[],
  groups: readonly EdgeGroup[],
  sizeOf: NodeSizes,
): Core {
  const places = new Map(children.map(({ id, x = 0, y = 0, width = 0, height = 0 }) => [id, { x, y, width, height }]));
  const ways = new Map(edges.map(({ id, sections = [] }) => [id, sections.flatMap(pointsOf)]));
  const nodes: LaidOutNode[] = [];
  const frames: LaidOutGroup[] = [];
  for (const bundle of bundles) {
    const place = places.get(bundle.id);
    if (place === undefined) continue;
    for (const box of bundleArea(bundle, sizeOf).places) nodes.push({ ...box, x: place.x + box.x, y: place.y + box.y });
    if (bundle.nodes.length > 1) frames.push({ id: bundle.id, title: bundleTitle(bundle), kind: 'alike', ...place });
  }
  const labels = groups.flatMap(({ id, ports, returnPorts }) => {
    const [place, label] = [places.get(id), tryPortLabel(ports, returnPorts)];
    return place === undefined || label === undefined ? [] : [{ ...place, lines: label.lines, text: label.text }];
  });
  const drawn = groups.flatMap((group) =>
    group.edges.map(({ edge, source, isReturn }) => {
      const points = [...(ways.get(wayId(group, source)) ?? []), ...(ways.get(lastWayId(group)) ?? [])];
      return { edge, points: isReturn ? points.toReversed() : points, isReturn, way: group.id };
    }),
  );
  return { nodes, edges: drawn, labels, groups: frames };
}

function pointsOf({ startPoint, bendPoints = [], endPoint }: ElkEdgeSection): readonly Point[] {
  return [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y }));
}
