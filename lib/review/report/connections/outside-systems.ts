import { addToList } from '../../../validation/add-to-list';
import type { GraphNode } from '../report-model';
import { compareTexts } from './connections';
import { outsideName } from './outside-names';

/** What is told of an outside system in one place. */
interface OutsideTrace {
  readonly hosts: readonly string[];
  readonly cidrs: readonly string[];
  /** The variable that says the hosts. @default none does */
  readonly variable?: string;
}

/** Stands for an outside system while it is not known yet what else is the same one. */
export interface OutsideRef {
  readonly trace: number;
}

/**
 * The systems outside a set, put together from traces: what shares a host or a block of addresses is the same one.
 */
export class OutsideSystems {
  private readonly traces: OutsideTrace[] = [];
  private readonly parents: number[] = [];
  private readonly firstByPlace = new Map<string, number>();

  /** Adds what is told of a system, and returns what stands for it. */
  add(trace: OutsideTrace): OutsideRef {
    const index = this.traces.push(trace) - 1;
    this.parents.push(index);
    for (const place of [...trace.hosts.map((host) => `host ${host}`), `block ${trace.cidrs.join(',')}`]) {
      if (place === 'block ') continue;
      const other = this.firstByPlace.get(place);
      if (other === undefined) this.firstByPlace.set(place, index);
      else this.parents[this.rootOf(index)] = this.rootOf(other);
    }
    return { trace: index };
  }

  /** Returns the node of each system, by what stands for it. */
  nodes(): ReadonlyMap<OutsideRef['trace'], GraphNode> {
    const groups = new Map<number, number[]>();
    for (const index of this.traces.keys()) {
      const root = this.rootOf(index);
      addToList(groups, root, index);
    }
    return new Map(
      [...groups.values()].flatMap((group) => {
        const node = this.nodeOf(group);
        return group.map((index) => [index, node] as const);
      }),
    );
  }

  private nodeOf(group: readonly number[]): GraphNode {
    const traces = group.flatMap((index) => this.traces[index] ?? []);
    const hosts = [...new Set(traces.flatMap((trace) => trace.hosts))].sort(compareTexts);
    const cidrs = [...new Set(traces.flatMap((trace) => trace.cidrs))].sort(compareTexts);
    const variables = new Map<string, Set<string>>();
    for (const { variable, hosts: said } of traces) {
      if (variable === undefined) continue;
      const known = variables.get(variable) ?? new Set<string>();
      for (const host of said) known.add(host);
      variables.set(variable, known);
    }
    const label = outsideName({ hosts, cidrs, variables });
    const places = hosts.length > 0 ? hosts : cidrs;
    const detail = label === places.join(', ') ? '' : places.join(', ');
    // Each block and each host is told of one system only.
    return { id: `outside:${cidrs.length > 0 ? cidrs.join(',') : (hosts[0] ?? '')}`, label, role: 'outside', detail };
  }

  private rootOf(index: number): number {
    let root = index;
    while (this.parents[root] !== root && this.parents[root] !== undefined) root = this.parents[root] ?? root;
    // Shortens the way for those who come later, so that long chains are not walked again.
    for (let at = index; at !== root;) {
      const next = this.parents[at] ?? root;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }
}
