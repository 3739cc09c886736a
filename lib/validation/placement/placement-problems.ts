import { anyOf, lowering, moreVms } from '../capacity/capacity-remedy';
import { countedResources } from '../quantities/counted-resources';
import type { CountedResource } from '../quantities/counted-resources';
import { podsOn, sumOfGroups } from './packing';
import type { PodsWithoutRoom } from './packing';
import type { PodGroup } from './pod-groups';
import { workloadName } from '../pods/pods';
import { tryPodsPerVm } from './pods-per-vm';
import { times } from '../quantities/resource-amounts';
import type { CloudCapacity, Problem } from '../rule';
import type { VmsToFill } from './vm-pool';
import { countedVms, MAX_PODS_PER_VM, roomReason } from './vm-room';
import { tryVmsThatDo } from '../capacity/vms-that-do';

/** How many workloads without room are named before the others are only counted. */
const NAMED_WORKLOADS = 5;

/** What Pods are to be placed on, in the words of a finding. */
export interface PlacementCase {
  readonly groups: readonly PodGroup[];
  readonly vms: VmsToFill;
  /** How the VMs are called: `2 VMs`, or `the 1 VM left of 2`. */
  readonly called: string;
  readonly cloud: CloudCapacity;
  /** How many VMs may be lost. */
  readonly spare: 0 | 1;
  readonly source?: string;
}

/** Returns the problems of Pods that are more, together, than the VMs: for each resource, and for their number. */
export function sumProblems(placement: PlacementCase): readonly Problem[] {
  const { groups, vms, called, cloud, spare, source } = placement;
  const [sum, all] = [sumOfGroups(groups, vms.count), times(vms.room, vms.count)];
  const exceeded = countedResources.filter(({ amount }) => sum[amount] > all[amount]);
  const pods = groups.reduce((count, group) => count + podsOn(group, vms.count), 0);
  const mostPods = vms.count * MAX_PODS_PER_VM;
  if (exceeded.length === 0 && pods <= mostPods) return [];

  const demands = groups.map((group) => ({ ...group.demand, steadyPods: podsOn(group, vms.count) }));
  const more = moreVms(tryVmsThatDo(groups, cloud, spare), source);
  const ofResources = exceeded.map((resource) => ({
    field: `requests.${resource.name}`,
    message: `the workloads request ${resource.describe(sum[resource.amount])}; on ${called} there is room for ${placedRoom(vms, resource, cloud)}`,
    remedy: anyOf([lowering(demands, [{ resource, excess: sum[resource.amount] - all[resource.amount] }]), ...more]),
  }));
  const ofNumber = {
    field: 'replicas',
    message: `the workloads have ${pods} Pods; on ${called} there is room for ${mostPods} (${MAX_PODS_PER_VM} each, as a kubelet does by default)`,
    remedy: anyOf([`run ${pods - mostPods} Pods fewer`, ...more]),
  };
  return pods > mostPods ? [...ofResources, ofNumber] : ofResources;
}

/** Returns the problem of a workload of which a VM may run fewer Pods than it would have to, or nothing. */
export function keptApartProblem(group: PodGroup, placement: PlacementCase): readonly Problem[] {
  const { vms, called, cloud, spare, source } = placement;
  const { workload, steadyPods } = group.demand;
  const perVm = group.everyVm ? undefined : tryPodsPerVm(group, vms);
  const room = (perVm?.most ?? 0) * vms.count;
  if (perVm === undefined || steadyPods <= room) return [];
  const { most, field, reason, wayOut } = perVm;
  return [
    {
      manifest: workload.manifest,
      field: `${workload.podPath}.${field}`,
      message: `${reason} lets a VM run ${most} of ${steadyPods} Pods; on ${called} there is room for ${room}`,
      remedy: anyOf([
        ...(workload.kind === 'Pod' ? [] : [`lower the Pods to ${room}`]),
        wayOut,
        ...moreVms(tryVmsThatDo([group], cloud, spare), source),
      ]),
    },
  ];
}

/** Returns the Pods without room by name: `web (1 of 2 Pods), api`. */
export function namedWithoutRoom(withoutRoom: readonly PodsWithoutRoom[]): string {
  const named = withoutRoom.slice(0, NAMED_WORKLOADS).map(({ group: { demand, everyVm }, pods }) => {
    const name = workloadName(demand.workload);
    if (everyVm) return `${name} (on ${countedVms(pods)})`;
    return demand.steadyPods === 1 ? name : `${name} (${pods} of ${demand.steadyPods} Pods)`;
  });
  const others = withoutRoom.length - named.length;
  return [...named, ...(others > 0 ? [`${others} more`] : [])].join(', ');
}

function placedRoom({ count, room }: VmsToFill, resource: CountedResource, cloud: CloudCapacity): string {
  const all = resource.format(times(room, count)[resource.amount]);
  return `${all} (${roomReason(cloud, resource)}${count === 1 ? '' : ', each'})`;
}
