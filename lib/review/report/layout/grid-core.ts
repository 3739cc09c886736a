import type { ArchitectureGraph } from '../report-model';
import { gridArea } from './bundle-size';
import type { Box, Core, Point } from './laid-out-graph';
import type { NodeSizes } from './node-size';

/**
 * Returns a graph that is too large for anything else: nodes in a grid by role and name, with straight lines between
 * them and no ports, which the table says.
 */
export function gridCore({ nodes, edges }: ArchitectureGraph, sizeOf: NodeSizes): Core {
  const { places } = gridArea(nodes, Math.ceil(Math.sqrt(nodes.length / 3)), sizeOf);
  const boxes = new Map(places.map((place) => [place.node.id, place]));
  const lines = edges.flatMap((edge) => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const points = from === to ? [] : [borderPoint(from, to), borderPoint(to, from)];
    return [{ edge, points, isReturn: false, way: `${edge.from} ${edge.to}` }];
  });
  return { nodes: places, edges: lines, labels: [], groups: [] };
}

/** Returns where the line from the middle of a box to that of another one leaves it. */
function borderPoint(box: Box, other: Box): Point {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const [dx, dy] = [other.x + other.width / 2 - x, other.y + other.height / 2 - y];
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return Number.isFinite(scale) ? { x: x + dx * scale, y: y + dy * scale } : { x, y };
}
