import type { Text } from '../../../text';
import type { ArchitectureGraph } from '../report-model';

/** The other end of a connection. */
export interface Peer {
  readonly id: string;
  readonly label: string;
  /** @default none: the label is a name */
  readonly words?: Text;
  readonly ports: readonly string[];
}

/** Who a node talks to, and who talks to it; each in the order of the graphs. */
export interface Connections {
  readonly uses: readonly Peer[];
  readonly usedBy: readonly Peer[];
}

/** A connection with the names of both ends. */
export interface NamedConnection {
  readonly from: Peer;
  readonly to: Peer;
  readonly ports: readonly string[];
}

/** Returns the connections of a graph, by the names of both ends. */
export function namedConnections({ nodes, edges }: ArchitectureGraph): readonly NamedConnection[] {
  const names = new Map(nodes.map(({ id, label, words }) => [id, words === undefined ? { label } : { label, words }]));
  const peer = (id: string, ports: readonly string[]): Peer => ({ id, label: id, ...names.get(id), ports });
  return edges
    .map(({ from, to, ports }) => ({ from: peer(from, ports), to: peer(to, ports), ports }))
    .map((connection) => ({ connection, key: `${connection.from.label}\0${connection.to.label}` }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ connection }) => connection);
}

/** Returns the connections of every node, each once, even where two graphs show it. */
export function connectionsByWorkload(graphs: readonly ArchitectureGraph[]): ReadonlyMap<string, Connections> {
  const found = new Map<string, { uses: Peer[]; usedBy: Peer[] }>();
  const seen = new Set<string>();
  const of = (id: string) => {
    const known = found.get(id) ?? { uses: [], usedBy: [] };
    found.set(id, known);
    return known;
  };
  for (const { from, to } of graphs.flatMap(namedConnections)) {
    const key = `${from.id}\0${to.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    of(from.id).uses.push(to);
    of(to.id).usedBy.push(from);
  }
  return found;
}
