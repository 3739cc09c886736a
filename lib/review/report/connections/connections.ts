import type { GraphEdge } from '../report-model';

/** Who talks to whom, put together from all that says so: the same pair is one connection with all its ports. */
export class Connections {
  private readonly portsByPair = new Map<string, Map<string, Set<string>>>();

  /**
   * Adds a connection.
   *
   * @param port as `27017/TCP`; left out where every port is open, which says nothing where some are known
   */
  add(from: string, to: string, port?: string): void {
    const targets = this.portsByPair.get(from) ?? new Map<string, Set<string>>();
    this.portsByPair.set(from, targets);
    const ports = targets.get(to) ?? new Set<string>();
    targets.set(to, ports);
    if (port !== undefined) ports.add(port);
  }

  /** The connections as edges, sorted by their ends. */
  get edges(): readonly GraphEdge[] {
    return sorted(this.portsByPair).flatMap(([from, targets]) =>
      sorted(targets).map(([to, ports]) => ({ from, to, ports: [...ports].sort(comparePorts) })),
    );
  }
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([one], [other]) => compareTexts(one, other));
}

/** By number, then as texts, so that `53/TCP` and `53/UDP` have an order. */
function comparePorts(one: string, other: string): number {
  return Number.parseInt(one, 10) - Number.parseInt(other, 10) || compareTexts(one, other);
}

/** Orders texts by their code units, the same on every machine. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
