import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import { bundleArea } from './bundle-size';
import type { Bundle } from './bundles';
import type { EdgeGroup } from './edge-groups';
import type { NodeSizes } from './node-size';
import { tryPortLabel } from './port-label';

/** Space between boxes, between lines, and between both. */
const SPACING = {
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.componentComponent': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '13',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
};

/** More boxes and lines than this are laid out with less care, as it would take minutes. */
const CAREFUL = 400;

/** More than this is not laid out by connections at all: it would take minutes, and nobody reads such a picture. */
const MOST_LAID_OUT = 10_000;

/** Tells whether a graph is too large to be laid out by its connections. */
export function isTooLarge({ children = [], edges = [] }: ElkNode): boolean {
  return children.length + edges.length > MOST_LAID_OUT;
}

/** In which part of the picture, from left to right, boxes stand. */
export type Partition = 0 | 1 | 2 | 3;

/** Returns how far what stands outside keeps from the workloads, on the side where these are. */
export function apart(partition: Partition): number {
  return partition === 0 || partition === 3 ? 36 : 0;
}

/** Returns the graph as ELK takes it: bundles and labels as its nodes, so that it gives room to both. */
export function elkGraph(
  bundles: readonly Bundle[],
  groups: readonly EdgeGroup[],
  partitionOf: (bundle: string) => Partition,
  sizeOf: NodeSizes,
): ElkNode {
  const children: ElkNode[] = bundles.map((bundle) => {
    const { width, height } = bundleArea(bundle, sizeOf);
    const number = partitionOf(bundle.id);
    return {
      id: bundle.id,
      width: width + apart(number),
      height,
      layoutOptions: { ...partition(number), 'elk.alignment': 'CENTER' },
    };
  });
  const edges: ElkExtendedEdge[] = [];
  for (const group of groups) {
    const label = tryPortLabel(group.ports, group.returnPorts);
    if (label === undefined) {
      for (const source of group.sources) edges.push(edge(`${group.id} ${source}`, source, group.target));
      continue;
    }
    children.push({
      id: group.id,
      width: label.width,
      height: label.height,
      layoutOptions: { ...partition(partitionOf(group.target)), 'elk.portConstraints': 'FIXED_POS' },
      // One port each, so that the lines come together before the label.
      ports: [
        { id: `${group.id} in`, x: 0, y: label.height / 2, layoutOptions: { 'elk.port.side': 'WEST' } },
        { id: `${group.id} out`, x: label.width, y: label.height / 2, layoutOptions: { 'elk.port.side': 'EAST' } },
      ],
    });
    for (const source of group.sources) edges.push(edge(`${group.id} ${source}`, source, `${group.id} in`));
    edges.push(edge(`${group.id} target`, `${group.id} out`, group.target));
  }
  const isLarge = children.length + edges.length > CAREFUL;
  return { id: 'root', children, edges, layoutOptions: { ...options(isLarge), ...SPACING } };
}

/** Returns the id of the way from a source to the label of its group, or to the target where it has none. */
export function wayId(group: EdgeGroup, source: string): string {
  return `${group.id} ${source}`;
}

/** Returns the id of the way from the label of a group to its target. */
export function lastWayId(group: EdgeGroup): string {
  return `${group.id} target`;
}

function edge(id: string, source: string, target: string): ElkExtendedEdge {
  return { id, sources: [source], targets: [target] };
}

function partition(number: Partition) {
  return { 'elk.partitioning.partition': String(number) };
}

function options(isLarge: boolean): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.randomSeed': '1',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.partitioning.activate': 'true',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    'elk.separateConnectedComponents': 'true',
    'elk.aspectRatio': '1.6',
    // Of a large graph, the network simplex takes most of the time, and more than twice as long for twice the size.
    'elk.layered.layering.strategy': isLarge ? 'LONGEST_PATH' : 'NETWORK_SIMPLEX',
    'elk.layered.thoroughness': isLarge ? '1' : '40',
    'elk.layered.nodePlacement.strategy': isLarge ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
    'elk.layered.crossingMinimization.greedySwitch.type': isLarge ? 'OFF' : 'TWO_SIDED',
  };
}
