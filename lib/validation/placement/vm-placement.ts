import type { Demand } from '../pods/demand';
import { tryPacking } from './packing';
import type { Packing } from './packing';
import { podGroups } from './pod-groups';
import { noAmounts, plus, times } from '../quantities/resource-amounts';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { CloudCapacity } from '../rule';
import { vmRoom } from './vm-room';

/** Which Pods run on which VM, as far as that follows from their sizes and from what keeps them apart. */
export interface VmPlacement {
  /** The VMs in the order of their numbers; one that is lost is not among them. */
  readonly vms: readonly FilledVm[];
  /** The Pods for which no VM was found, in the order of the workloads. */
  readonly withoutRoom: readonly PodsOfWorkload[];
}

/** One VM with what runs on it. */
export interface FilledVm {
  /** From 1 on. */
  readonly vm: number;
  /** In the order of the workloads. */
  readonly pods: readonly PodsOfWorkload[];
  /** What they request together. */
  readonly requests: ResourceAmounts;
}

/** Some of the Pods of a workload, which are alike. */
export interface PodsOfWorkload {
  readonly demand: Demand;
  /** 1 or more. */
  readonly pods: number;
}

/**
 * Returns where the steady Pods land when all VMs are there, or undefined where there are too many to place.
 *
 * An example and no promise: the scheduler places them in the order in which they come.
 */
export function tryPlacement(demands: readonly Demand[], cloud: CloudCapacity): VmPlacement | undefined {
  const packing = tryPacking(podGroups(demands), { count: cloud.vms, room: vmRoom(cloud), oneIsLost: false });
  return packing && placementOf(packing, demands, numbersOfVms(cloud.vms));
}

/**
 * Returns where the steady Pods land once a VM is lost: those on the others stay, and where its own find no room
 * beside them, all are placed anew; undefined where there are too many to place.
 *
 * @param lostVm number of the VM, from 1 on
 */
export function tryPlacementAfterLoss(
  demands: readonly Demand[],
  cloud: CloudCapacity,
  lostVm: number,
): VmPlacement | undefined {
  const [groups, room] = [podGroups(demands), vmRoom(cloud)];
  const before = tryPacking(groups, { count: cloud.vms, room, oneIsLost: false });
  const kept = (before?.placed ?? [])
    .filter(({ vm }) => vm !== lostVm - 1)
    .map((placed) => ({ ...placed, vm: placed.vm < lostVm ? placed.vm : placed.vm - 1 }));
  const after = tryPacking(groups, { count: cloud.vms - 1, room, oneIsLost: true }, kept);
  const left = numbersOfVms(cloud.vms).filter((vm) => vm !== lostVm);
  return after && placementOf(after, demands, left);
}

function numbersOfVms(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function placementOf(
  { placed, withoutRoom }: Packing,
  demands: readonly Demand[],
  vms: readonly number[],
): VmPlacement {
  const order = new Map(demands.map((demand, index) => [demand, index]));
  const inOrder = (pods: readonly PodsOfWorkload[]) =>
    [...pods].sort((one, other) => (order.get(one.demand) ?? 0) - (order.get(other.demand) ?? 0));
  const byVm = vms.map((): Map<Demand, number> => new Map());
  for (const { group, vm, pods } of placed) {
    const onVm = byVm[vm];
    onVm?.set(group.demand, (onVm.get(group.demand) ?? 0) + pods);
  }
  return {
    vms: vms.map((vm, index) => {
      const pods = [...(byVm[index] ?? [])].map(([demand, count]) => ({ demand, pods: count }));
      const requests = pods
        .map(({ demand, pods: count }) => times(demand.charge.requests, count))
        .reduce(plus, noAmounts);
      return { vm, pods: inOrder(pods), requests };
    }),
    withoutRoom: inOrder(withoutRoom.map(({ group, pods }) => ({ demand: group.demand, pods }))),
  };
}
