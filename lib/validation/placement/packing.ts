import type { PodGroup } from './pod-groups';
import { noAmounts, plus, times } from '../quantities/resource-amounts';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import { shareOfRoom, VmPool } from './vm-pool';
import type { VmsToFill } from './vm-pool';
import { MAX_PODS_PER_VM } from './vm-room';

/** How often the search begins anew with the Pods first that had no room. */
const MOST_ATTEMPTS = 200;

/** How many times VMs may be looked at before the search is not begun anew; what bounds its time. */
const MOST_LOOKS = 2_000_000;

/** How many Pods are placed at all: Kubernetes itself is not made for more. @see https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
const MOST_PODS = 150_000;

/** Pods of one group on one VM. */
export interface PlacedPods {
  readonly group: PodGroup;
  /** The VM, counted from 0. */
  readonly vm: number;
  readonly pods: number;
}

/** Pods of one group for which no VM was found. */
export interface PodsWithoutRoom {
  readonly group: PodGroup;
  readonly pods: number;
}

/** Where Pods found room. */
export interface Packing {
  readonly placed: readonly PlacedPods[];
  readonly withoutRoom: readonly PodsWithoutRoom[];
  /** The VMs as they were left. */
  readonly pool: VmPool;
}

/** Which of the VMs that take a Pod gets it: the first, or the one that is used least, as the scheduler prefers. */
type Choice = 'first' | 'emptiest';

/**
 * Places Pods on VMs, the largest first, or returns undefined where there are too many of both to search.
 *
 * Pods go one after the other where the scheduler would accept them, so that a packing with room for all is a state
 * that the scheduler can reach. Each goes to the emptiest VM, then, where that leaves Pods over, to the first one that
 * takes it, and then again with those Pods first, a bounded number of times. Some packing may exist even so: to know
 * it for certain takes exponential time.
 *
 * @param kept Pods that are where they are, as after the loss of a VM; where the others find no room beside them,
 *   all are placed anew
 */
export function tryPacking(
  groups: readonly PodGroup[],
  vms: VmsToFill,
  kept: readonly PlacedPods[] = [],
): Packing | undefined {
  const pods = groups.reduce((sum, group) => sum + podsOn(group, vms.count), 0);
  if (pods > Math.min(MOST_PODS, vms.count * MAX_PODS_PER_VM)) return undefined;
  const size = Math.min(vms.count, pods + 1);
  // A look at each VM for each Pod is worth it only while a person may look at the outcome.
  const emptiest: Choice = pods * size > MOST_LOOKS / 2 ? 'first' : 'emptiest';
  if (groups.length * size > 100 * MOST_LOOKS) return undefined;

  let order = largestFirst(groups, vms);
  let best = filled(order, new VmPool(vms, size, termsToCount(groups)), emptiest, kept);
  // More than there is does not fit in any order.
  let looks = exceedsInSum(groups, vms) ? MOST_LOOKS : best.pool.looks;
  for (let attempt = 1; attempt < MOST_ATTEMPTS && best.withoutRoom.length > 0 && looks < MOST_LOOKS; attempt += 1) {
    const pool = new VmPool(vms, size, termsToCount(groups));
    const packing = filled(order, pool, attempt % 2 === 0 ? emptiest : 'first', []);
    if (podsLeft(packing) < podsLeft(best)) best = packing;
    looks += pool.looks;
    const left = new Set(packing.withoutRoom.map(({ group }) => group));
    order = [...order.filter((group) => left.has(group)), ...order.filter((group) => !left.has(group))];
  }
  return best;
}

/** Tells whether the Pods request more than all VMs have together, so that no packing can have room for all. */
export function exceedsInSum(groups: readonly PodGroup[], { count, room }: VmsToFill): boolean {
  const sum = sumOfGroups(groups, count);
  const all = times(room, count);
  return sum.cpuMillis > all.cpuMillis || sum.memoryBytes > all.memoryBytes;
}

/** Returns what the Pods request together on so many VMs. */
export function sumOfGroups(groups: readonly PodGroup[], vms: number): ResourceAmounts {
  return groups.map((group) => times(group.requests, podsOn(group, vms))).reduce(plus, noAmounts);
}

/** Returns how many Pods a group has on so many VMs. */
export function podsOn({ everyVm, demand }: PodGroup, vms: number): number {
  return everyVm ? vms : demand.steadyPods;
}

function termsToCount(groups: readonly PodGroup[]): ReadonlySet<number> {
  return new Set(groups.flatMap(({ spreads }) => spreads.map(({ term }) => term)));
}

function podsLeft({ withoutRoom }: Packing): number {
  return withoutRoom.reduce((sum, { pods }) => sum + pods, 0);
}

function largestFirst(groups: readonly PodGroup[], { room }: VmsToFill): readonly PodGroup[] {
  const sizes = new Map(groups.map((group) => [group, shareOfRoom(group.requests, room)]));
  return [...groups].sort((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0));
}

/** Fills the VMs: those that are kept, then what runs on every VM, then the others in their order. */
function filled(order: readonly PodGroup[], pool: VmPool, choice: Choice, kept: readonly PlacedPods[]): Packing {
  const placed = kept.filter(({ group }) => !group.everyVm);
  const withoutRoom: PodsWithoutRoom[] = [];
  const keptPods = new Map<PodGroup, number>();
  for (const { group, vm, pods } of placed) {
    keptPods.set(group, (keptPods.get(group) ?? 0) + pods);
    for (let pod = 0; pod < pods; pod += 1) pool.place(group, vm);
  }
  for (const group of [...order.filter(({ everyVm }) => everyVm), ...order.filter(({ everyVm }) => !everyVm)]) {
    const pods = group.everyVm ? pool.size : group.demand.steadyPods - (keptPods.get(group) ?? 0);
    const byVm = group.everyVm ? onEveryVm(group, pool) : podsByVm(group, pods, pool, choice);
    let left = pods;
    for (const [vm, count] of byVm) {
      placed.push({ group, vm, pods: count });
      left -= count;
    }
    if (left > 0) withoutRoom.push({ group, pods: left });
  }
  return { placed, withoutRoom, pool };
}

function onEveryVm(group: PodGroup, pool: VmPool): ReadonlyMap<number, number> {
  const byVm = new Map<number, number>();
  for (let vm = 0; vm < pool.size; vm += 1) {
    if (!pool.takes(group, vm)) continue;
    pool.place(group, vm);
    byVm.set(vm, 1);
  }
  return byVm;
}

function podsByVm(group: PodGroup, pods: number, pool: VmPool, choice: Choice): ReadonlyMap<number, number> {
  const byVm = new Map<number, number>();
  let from = 0;
  for (let pod = 0; pod < pods; pod += 1) {
    const vm = choice === 'first' ? pool.firstThatTakes(group, from) : pool.emptiestThatTakes(group);
    if (vm === undefined) break;
    pool.place(group, vm);
    byVm.set(vm, (byVm.get(vm) ?? 0) + 1);
    // What a VM refuses one Pod it refuses the next, unless a spread over the VMs has moved on.
    if (group.spreads.length === 0) from = vm;
  }
  return byVm;
}
