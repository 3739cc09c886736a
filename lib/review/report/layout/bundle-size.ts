import { textWidth } from '../pictures/text-width';
import type { GraphNode } from '../report-model';
import { bundleTitle } from './bundles';
import type { Bundle } from './bundles';
import type { Box } from './laid-out-graph';
import { FONT } from './node-size';
import type { NodeSizes } from './node-size';

/** The places of the nodes of a bundle within it. */
export interface BundleArea {
  readonly width: number;
  readonly height: number;
  readonly places: readonly (Box & { readonly node: GraphNode })[];
}

/** What is free around the nodes in a frame, and between them. */
export const FRAME = { padding: 12, title: 26, gap: 10 } as const;

/** Returns the places of nodes in columns, all of one width. */
export function gridArea(nodes: readonly GraphNode[], columns: number, sizeOf: NodeSizes): BundleArea {
  const { gap } = FRAME;
  let [width, height] = [0, 0];
  for (const size of nodes.map(sizeOf)) [width, height] = [Math.max(width, size.width), Math.max(height, size.height)];
  const rows = Math.ceil(nodes.length / Math.max(columns, 1));
  const places = nodes.map((node, index) => ({
    node,
    x: Math.floor(index / Math.max(rows, 1)) * (width + gap),
    y: (index % Math.max(rows, 1)) * (height + gap),
    width,
    height,
  }));
  return {
    width: Math.max(0, Math.ceil(nodes.length / Math.max(rows, 1)) * (width + gap) - gap),
    height: Math.max(0, rows * (height + gap) - gap),
    places,
  };
}

/** Returns the places of the nodes of a bundle: a node by itself, or several in a frame with a title. */
export function bundleArea(bundle: Bundle, sizeOf: NodeSizes): BundleArea {
  if (bundle.nodes.length === 1) return gridArea(bundle.nodes, 1, sizeOf);
  const area = gridArea(bundle.nodes, Math.ceil(bundle.nodes.length / 8), sizeOf);
  const title = textWidth(bundleTitle(bundle), FONT.detail);
  return {
    width: Math.max(area.width, title) + 2 * FRAME.padding,
    height: area.height + FRAME.title + FRAME.padding,
    places: area.places.map((place) => ({ ...place, x: place.x + FRAME.padding, y: place.y + FRAME.title })),
  };
}
