import { textWidth } from '../pictures/text-width';
import type { GraphNode } from '../report-model';

/** Sizes of the letters in a picture, in pixels. */
export const FONT = { title: 15, label: 14, detail: 12, port: 12 } as const;

/** Where the texts of a node begin, behind its icon, and what is left free behind them. */
export const TEXT_START = 42;
const TEXT_END = 14;

const SMALLEST_WIDTH = 128;
const LARGEST_WIDTH = 300;
const LARGEST_OUTSIDE = 210;
const HEIGHT = 52;

/** How much wider bold letters are. */
const BOLD = 1.06;

/** The size of each node of a picture. */
export type NodeSizes = (node: GraphNode) => { readonly width: number; readonly height: number };

/**
 * Returns the sizes of the nodes of a picture: workloads of one width and outside systems of another, so that columns
 * are even, and all of one height.
 */
export function nodeSizes(nodes: readonly GraphNode[]): NodeSizes {
  let [workload, outside] = [SMALLEST_WIDTH, SMALLEST_WIDTH];
  for (const node of nodes) {
    if (node.role === 'outside') outside = Math.max(outside, widthFor(node));
    else workload = Math.max(workload, widthFor(node));
  }
  return ({ role }) => ({ width: role === 'outside' ? outside : workload, height: HEIGHT });
}

function widthFor({ label, words, detail, foreignStack, role }: GraphNode): number {
  const labels = words === undefined ? [label] : Object.values(words);
  const text = Math.max(
    ...labels.map((one) => textWidth(one, FONT.label) * BOLD),
    textWidth(detailText(detail, foreignStack), FONT.detail),
  );
  return Math.min(
    Math.max(Math.ceil(text) + TEXT_START + TEXT_END, SMALLEST_WIDTH),
    role === 'outside' ? LARGEST_OUTSIDE : LARGEST_WIDTH,
  );
}

/** Returns how much room the texts of a node of this width have. */
export function textRoom(width: number): number {
  return width - TEXT_START - TEXT_END;
}

/** Returns the second line of a node. */
export function detailText(detail: string, foreignStack: string | undefined): string {
  return foreignStack === undefined || foreignStack === '' ? detail : `${foreignStack} · ${detail}`;
}
