import type { PodGroup, Spread } from './pod-groups';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import { MAX_PODS_PER_VM } from './vm-room';

/** The VMs that Pods are placed on, all alike. */
export interface VmsToFill {
  readonly count: number;
  /** What Pods may request on one of them. */
  readonly room: ResourceAmounts;
  /** Whether one VM more is there and down: nothing runs on it, but a topology spread may still count it. */
  readonly oneIsLost: boolean;
}

/** The VMs while they are filled: what is free on each, and which Pods are kept off. */
export class VmPool {
  readonly freeCpu: Float64Array;
  readonly freeMemory: Float64Array;
  /** How many times it was asked whether a VM takes a Pod: the work that was done. */
  looks = 0;
  private readonly usedShare: Float64Array;
  private readonly freePods: Int32Array;
  private readonly repelledOn: Set<number>[];
  private readonly meantOn: Set<number>[];
  private readonly counts = new Map<number, TermCount>();

  /**
   * @param size how many of the VMs can be reached; the others stay as empty as the last one of these
   * @param spread the terms by which Pods are spread, the only ones that have to be counted
   */
  constructor(
    private readonly vms: VmsToFill,
    readonly size: number,
    spread: ReadonlySet<number>,
  ) {
    this.freeCpu = new Float64Array(size).fill(vms.room.cpuMillis);
    this.freeMemory = new Float64Array(size).fill(vms.room.memoryBytes);
    this.usedShare = new Float64Array(size);
    this.freePods = new Int32Array(size).fill(MAX_PODS_PER_VM);
    this.repelledOn = Array.from({ length: size }, () => new Set());
    this.meantOn = Array.from({ length: size }, () => new Set());
    for (const term of spread) this.counts.set(term, new TermCount(size));
  }

  /** Returns the first VM from the given one on that takes a Pod. */
  firstThatTakes(group: PodGroup, from: number): number | undefined {
    for (let vm = from; vm < this.size; vm += 1) {
      if (this.takes(group, vm)) return vm;
    }
    return undefined;
  }

  /** Returns the VM that is used least of those that take a Pod, the first of equal ones. */
  emptiestThatTakes(group: PodGroup): number | undefined {
    let emptiest: number | undefined;
    let least = Infinity;
    for (let vm = 0; vm < this.size; vm += 1) {
      const share = this.usedShare[vm] ?? 0;
      if (share < least && this.takes(group, vm)) [emptiest, least] = [vm, share];
    }
    return emptiest;
  }

  /** Tells whether the scheduler would put a Pod there. */
  takes(group: PodGroup, vm: number): boolean {
    this.looks += 1;
    return this.hasRoom(group, vm) && this.keepsNoneOff(group, vm);
  }

  /** Tells whether nothing but size keeps a Pod off a VM. */
  keepsNoneOff({ repels, meantBy, spreads }: PodGroup, vm: number): boolean {
    const [repelled, meant] = [this.repelledOn[vm], this.meantOn[vm]];
    if (repelled === undefined || meant === undefined) return false;
    return (
      !(meant.size > 0 && repels.some((term) => meant.has(term))) &&
      !(repelled.size > 0 && meantBy.some((term) => repelled.has(term))) &&
      spreads.every((spread) => this.keepsSkew(spread, vm))
    );
  }

  place({ requests, repels, meantBy }: PodGroup, vm: number): void {
    const cpuMillis = (this.freeCpu[vm] ?? 0) - requests.cpuMillis;
    const memoryBytes = (this.freeMemory[vm] ?? 0) - requests.memoryBytes;
    const { room } = this.vms;
    const used = { cpuMillis: room.cpuMillis - cpuMillis, memoryBytes: room.memoryBytes - memoryBytes };
    [this.freeCpu[vm], this.freeMemory[vm], this.usedShare[vm]] = [cpuMillis, memoryBytes, shareOfRoom(used, room)];
    this.freePods[vm] = (this.freePods[vm] ?? 0) - 1;
    for (const term of repels) this.repelledOn[vm]?.add(term);
    for (const term of meantBy) {
      this.meantOn[vm]?.add(term);
      this.counts.get(term)?.add(vm);
    }
  }

  private hasRoom({ requests: { cpuMillis, memoryBytes } }: PodGroup, vm: number): boolean {
    return (
      cpuMillis <= (this.freeCpu[vm] ?? 0) && memoryBytes <= (this.freeMemory[vm] ?? 0) && (this.freePods[vm] ?? 0) > 0
    );
  }

  private keepsSkew(spread: Spread, vm: number): boolean {
    const count = this.counts.get(spread.term);
    if (count === undefined) return true;
    const least = countsFromZero(spread, this.vms) ? 0 : count.least;
    return count.on(vm) + (spread.countsItself ? 1 : 0) - least <= spread.maxSkew;
  }
}

/** Tells whether a spread compares with 0 whatever the VMs run: too few VMs, or one that is down and still counts. */
export function countsFromZero({ minDomains, countsTainted }: Spread, { count, oneIsLost }: VmsToFill): boolean {
  return oneIsLost && countsTainted ? true : count < minDomains;
}

/** How many Pods of a term each VM runs, and the least of these counts. */
class TermCount {
  private readonly byVm = new Map<number, number>();
  private readonly vmsByCount: number[];
  least = 0;

  constructor(vms: number) {
    this.vmsByCount = [vms];
  }

  on(vm: number): number {
    return this.byVm.get(vm) ?? 0;
  }

  add(vm: number): void {
    const count = this.on(vm);
    this.byVm.set(vm, count + 1);
    this.vmsByCount[count] = (this.vmsByCount[count] ?? 0) - 1;
    this.vmsByCount[count + 1] = (this.vmsByCount[count + 1] ?? 0) + 1;
    if (this.vmsByCount[this.least] === 0) this.least += 1;
  }
}

/** Returns the share of a VM that an amount is, of the resource of which it is more. */
export function shareOfRoom(amounts: ResourceAmounts, room: ResourceAmounts): number {
  const share = (amount: keyof ResourceAmounts) =>
    amounts[amount] === 0 ? 0 : amounts[amount] / Math.max(room[amount], 1);
  return Math.max(share('cpuMillis'), share('memoryBytes'));
}
