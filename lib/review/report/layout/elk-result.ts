import type { ElkEdgeSection, ElkNode } from 'elkjs/lib/elk-api';
import { bundleArea } from './bundle-size';
import { bundleTitle } from './bundles';
import type { Bundle } from './bundles';
import type { EdgeGroup } from './edge-groups';
import { apart, lastWayId, wayId } from './elk-graph';
import type { Partition } from './elk-graph';
import type { Box, Core, LaidOutEdge, LaidOutGroup, LaidOutNode, Point } from './laid-out-graph';
import type { NodeSizes } from './node-size';
import { tryPortLabel } from './port-label';

/** What ELK was asked to lay out. */
interface ElkQuestion {
  readonly bundles: readonly Bundle[];
  readonly groups: readonly EdgeGroup[];
  readonly partitionOf: (bundle: string) => Partition;
  readonly sizeOf: NodeSizes;
}

/** Returns what ELK says of the places of nodes, labels and edges. */
export function coreOf({ children = [], edges = [] }: ElkNode, question: ElkQuestion): Core {
  const { bundles, groups, partitionOf, sizeOf } = question;
  const places = new Map(children.map(({ id, x = 0, y = 0, width = 0, height = 0 }) => [id, { x, y, width, height }]));
  const nodes: LaidOutNode[] = [];
  const frames: LaidOutGroup[] = [];
  for (const bundle of bundles) {
    const place = places.get(bundle.id);
    if (place === undefined) continue;
    // The distance on the side of the workloads is part of what ELK knows as the box.
    const left = partitionOf(bundle.id) === 3 ? place.x + apart(3) : place.x;
    for (const box of bundleArea(bundle, sizeOf).places) nodes.push({ ...box, x: left + box.x, y: place.y + box.y });
    if (bundle.nodes.length > 1) frames.push({ id: bundle.id, title: bundleTitle(bundle), kind: 'alike', ...place });
  }
  const labels = groups.flatMap(({ id, ports, returnPorts }) => {
    const [place, label] = [places.get(id), tryPortLabel(ports, returnPorts)];
    return place === undefined || label === undefined ? [] : [{ ...place, lines: label.lines, text: label.text }];
  });
  const ways = waysOf(edges);
  const border = (point: Point, bundle: string) => toBorder(point, places.get(bundle), partitionOf(bundle));
  return { nodes, edges: groups.flatMap((group) => edgesOf(group, ways, border)), labels, groups: frames };
}

function edgesOf(
  group: EdgeGroup,
  ways: ReadonlyMap<string, readonly Point[]>,
  border: (point: Point, bundle: string) => Point,
): readonly LaidOutEdge[] {
  return group.edges.map(({ edge, source, isReturn }) => {
    const way = [...(ways.get(wayId(group, source)) ?? []), ...(ways.get(lastWayId(group)) ?? [])];
    const points = way.map((point, index) => {
      if (index === 0) return border(point, source);
      return index === way.length - 1 ? border(point, group.target) : point;
    });
    return { edge, points: isReturn ? points.toReversed() : points, isReturn, way: group.id };
  });
}

/** Leads a line on to the border of what keeps apart from it. */
function toBorder({ x, y }: Point, place: Box | undefined, partition: Partition): Point {
  if (place === undefined) return { x, y };
  if (partition === 3 && x <= place.x) return { x: x + apart(3), y };
  return partition === 0 && x >= place.x + place.width ? { x: x - apart(0), y } : { x, y };
}

function waysOf(edges: ElkNode['edges'] = []): ReadonlyMap<string, readonly Point[]> {
  return new Map(edges.map(({ id, sections = [] }) => [id, sections.flatMap(pointsOf)]));
}

function pointsOf({ startPoint, bendPoints = [], endPoint }: ElkEdgeSection): readonly Point[] {
  return [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y }));
}
