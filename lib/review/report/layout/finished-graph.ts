import { textWidth } from '../pictures/text-width';
import type { GraphNode } from '../report-model';
import { FRAME, gridArea } from './bundle-size';
import type { Box, Core, LaidOutGraph, LaidOutNode, Point } from './laid-out-graph';
import { FONT } from './node-size';
import type { NodeSizes } from './node-size';

/** What is free around a picture, and around what the frame of the stack holds. */
const MARGIN = 24;
const PADDING = 20;
const TITLE = 34;

/** Returns the picture: nodes without connections below the others, and a frame around all that the stack has. */
export function finishedGraph(
  { stack, title }: { readonly stack: string; readonly title: string },
  core: Core,
  isolated: readonly GraphNode[],
  sizeOf: NodeSizes,
): LaidOutGraph {
  const drawn = boxesOf(core);
  const bottom = bounds(drawn);
  const nodes = [
    ...core.nodes,
    ...below(core, isolated, sizeOf, drawn.length === 0 ? 0 : bottom.y + bottom.height + 2 * PADDING),
  ];

  const own = [...nodes.filter(({ node }) => node.role !== 'outside'), ...core.groups];
  const frame = own.length === 0 ? undefined : around([...own, ...linesWithin(bounds(own), core)]);
  const isFree = (box: Box) => frame === undefined || !overlap(box, frame);
  const hasFrame = frame !== undefined && nodes.every((box) => box.node.role !== 'outside' || isFree(box));
  const groups = [
    ...(hasFrame && frame ? [{ ...frame, id: 'stack', title, kind: 'stack' as const }] : []),
    ...core.groups,
  ];
  return moved({ stack, width: 0, height: 0, nodes, edges: core.edges, labels: core.labels, groups });
}

function below(core: Core, isolated: readonly GraphNode[], sizeOf: NodeSizes, top: number): readonly LaidOutNode[] {
  if (isolated.length === 0) return [];
  const own = core.nodes.filter(({ node }) => node.role !== 'outside');
  const { x: left, width } = bounds(own);
  const widest = gridArea(isolated, 1, sizeOf).width + FRAME.gap;
  // As many columns as fit below the others; where there is nothing else, about as many as rows take half of the height.
  const columns = Math.max(Math.floor((width + FRAME.gap) / widest), Math.ceil(Math.sqrt(isolated.length / 2)), 1);
  return gridArea(isolated, columns, sizeOf).places.map((place) => ({ ...place, x: left + place.x, y: top + place.y }));
}

function around(boxes: readonly Box[]): Box {
  const { x, y, width, height } = bounds(boxes);
  return { x: x - PADDING, y: y - TITLE, width: width + 2 * PADDING, height: height + TITLE + PADDING };
}

/** Returns the points of lines above and below boxes, so that no line runs along the frame around these. */
function linesWithin({ x, width }: Box, { edges }: Core): readonly Box[] {
  const points = edges.flatMap((edge) => edge.points);
  return points
    .filter((point) => point.x >= x && point.x <= x + width)
    .map((point) => ({ ...point, width: 0, height: 0 }));
}

/** Returns the smallest box around others; there may be too many for the arguments of a call. */
function bounds(boxes: readonly Box[]): Box {
  const [first] = boxes;
  if (first === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [first.x, first.y, first.x, first.y];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function boxesOf({ nodes, labels, groups, edges }: Core): readonly Box[] {
  const points = edges.flatMap((edge) => edge.points.map((point) => ({ ...point, width: 0, height: 0 })));
  return [...nodes, ...labels, ...groups, ...points];
}

/** Tells whether two boxes have a point in common. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Moves everything so that the margin is free on all sides. */
function moved(graph: LaidOutGraph): LaidOutGraph {
  const { x, y, width, height } = bounds(boxesOf(graph));
  const [dx, dy] = [MARGIN - x, MARGIN - y];
  const move = <T extends Point>(point: T): T => ({ ...point, x: rounded(point.x + dx), y: rounded(point.y + dy) });
  const title = textWidth(graph.stack, FONT.title) + 2 * MARGIN;
  return {
    ...graph,
    width: Math.max(Math.ceil(width) + 2 * MARGIN, title),
    height: Math.ceil(height) + 2 * MARGIN,
    nodes: graph.nodes.map(move),
    labels: graph.labels.map(move),
    groups: graph.groups.map(move),
    edges: graph.edges.map((edge) => ({ ...edge, points: edge.points.map(move) })),
  };
}

/** Half a pixel is more than anybody sees, and keeps the files small. */
function rounded(number: number): number {
  return Math.round(number * 2) / 2;
}
