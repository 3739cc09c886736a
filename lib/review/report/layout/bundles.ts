import { addToList } from '../../../validation/add-to-list';
import type { ArchitectureGraph, GraphNode } from '../report-model';

/** What the layout treats as one box: a node, or several that have the same role and the same connections. */
export interface Bundle {
  readonly id: string;
  /** One or more, in the order of the graph. */
  readonly nodes: readonly GraphNode[];
}

/** Fewer than this are not worth a frame. */
const FEWEST_ALIKE = 3;

/**
 * Puts nodes of the same role that talk to the same others by the same ports into one bundle, since to draw the same
 * lines from each of them would hide the others. What talks to one of its own bundle stands alone.
 */
export function bundlesOf({ nodes, edges }: ArchitectureGraph): readonly Bundle[] {
  const connections = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to, ports } of edges) {
    connections.get(from)?.push(JSON.stringify(['to', to, ports]));
    connections.get(to)?.push(JSON.stringify(['from', from, ports]));
  }
  const alike = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const own = connections.get(node.id) ?? [];
    // What stands alone is put aside elsewhere, and outside systems differ in more than their connections.
    const isAlone = own.length === 0 || node.role === 'outside';
    const key = isAlone ? `alone ${node.id}` : JSON.stringify([node.role, node.foreignStack ?? null, ...own.sort()]);
    addToList(alike, key, node);
  }
  return [...alike.values()].flatMap((group) =>
    group.length >= FEWEST_ALIKE
      ? [{ id: `alike ${group[0]?.id ?? ''}`, nodes: group }]
      : group.map((node) => ({ id: node.id, nodes: [node] })),
  );
}

/** Returns what the names of a bundle have in common, and how many there are: `anomaly-stream-* (5)`. */
export function bundleTitle({ nodes }: Bundle): string {
  const labels = nodes.map(({ label }) => label);
  const [first = ''] = labels;
  let length = first.length;
  for (const label of labels) {
    while (!label.startsWith(first.slice(0, length))) length -= 1;
  }
  const common = first.slice(0, length).replace(/[^-_.]*$/, '');
  return common === '' ? `× ${labels.length}` : `${common}* × ${labels.length}`;
}
