import type { GraphEdge } from '../report-model';

/** Edges that come together on their way to one box, since they ask it for the same ports. */
export interface EdgeGroup {
  readonly id: string;
  /** Ids of bundles, in the order of the edges. */
  readonly sources: readonly string[];
  readonly target: string;
  /** The ports of the target. */
  readonly ports: readonly string[];
  /** The ports of the sources that the target asks in turn. @default it asks them for nothing */
  readonly returnPorts?: readonly string[];
  readonly edges: readonly GroupedEdge[];
}

/** An edge of the graph, as a group draws it. */
export interface GroupedEdge {
  readonly edge: GraphEdge;
  /** The bundle on the side of the sources. */
  readonly source: string;
  /** Whether it goes from the target to the source. */
  readonly isReturn: boolean;
}

/** Two bundles that talk, in one or both directions. */
interface Pair {
  readonly from: string;
  readonly to: string;
  readonly forward: GraphEdge[];
  readonly back: GraphEdge[];
}

/**
 * Puts edges together that ask one box for the same ports, and an edge with the one that goes back.
 *
 * @param bundleOf the bundle of each node
 * @param isOutside tells whether a bundle stands outside, to which edges rather go than from which
 */
export function edgeGroups(
  edges: readonly GraphEdge[],
  bundleOf: ReadonlyMap<string, string>,
  isOutside: (bundle: string) => boolean,
): readonly EdgeGroup[] {
  const groups = new Map<
    string,
    { target: string; ports: readonly string[]; back: readonly string[]; pairs: Pair[] }
  >();
  for (const pair of pairsOf(edges, bundleOf, isOutside)) {
    const ports = pair.forward[0]?.ports ?? [];
    const back = pair.back[0]?.ports ?? [];
    const key = JSON.stringify([pair.to, ports, pair.back.length > 0, back, pair.from === pair.to]);
    const group = groups.get(key) ?? { target: pair.to, ports, back, pairs: [] };
    groups.set(key, group);
    group.pairs.push(pair);
  }
  return [...groups.values()].map(({ target, ports, back, pairs }, index) => ({
    id: `ports ${index}`,
    target,
    sources: pairs.map(({ from }) => from),
    ports,
    ...(pairs[0]?.back.length === 0 ? {} : { returnPorts: back }),
    edges: pairs.flatMap(({ from, forward, back: returns }) => [
      ...forward.map((edge) => ({ edge, source: from, isReturn: false })),
      ...returns.map((edge) => ({ edge, source: from, isReturn: true })),
    ]),
  }));
}

function pairsOf(
  edges: readonly GraphEdge[],
  bundleOf: ReadonlyMap<string, string>,
  isOutside: (bundle: string) => boolean,
): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  // What asks an outside system comes first, so that the way back is found as one.
  const ordered = [...edges].sort((one, other) => rank(one) - rank(other));
  function rank({ from }: GraphEdge): number {
    return isOutside(bundleOf.get(from) ?? '') ? 1 : 0;
  }
  for (const edge of ordered) {
    const [from, to] = [bundleOf.get(edge.from), bundleOf.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const way = pairs.get(JSON.stringify([from, to]));
    const back = from === to ? undefined : pairs.get(JSON.stringify([to, from]));
    if (way !== undefined) way.forward.push(edge);
    else if (back !== undefined) back.back.push(edge);
    else pairs.set(JSON.stringify([from, to]), { from, to, forward: [edge], back: [] });
  }
  return [...pairs.values()];
}
