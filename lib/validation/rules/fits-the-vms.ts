import { anyOf, lowering, moreVms } from '../capacity/capacity-remedy';
import { countedResources } from '../quantities/counted-resources';
import { demandsOf } from '../pods/demand';
import type { Demand } from '../pods/demand';
import { tryPacking } from '../placement/packing';
import type { PodsWithoutRoom } from '../placement/packing';
import { keptApartProblem, namedWithoutRoom, sumProblems } from '../placement/placement-problems';
import type { PlacementCase } from '../placement/placement-problems';
import { podGroups } from '../placement/pod-groups';
import { tryFreeSpot, roomBesideDaemonSets } from '../placement/vm-left';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { CloudCapacity, Problem, Rule } from '../rule';
import type { VmPool } from '../placement/vm-pool';
import { countedVms, describeAmounts, roomReason, vmRoom } from '../placement/vm-room';
import { tryVmsThatDo } from '../capacity/vms-that-do';

/**
 * The quota counts sums, and a Pod needs one VM with room for all of it: what is accepted stays Pending where there
 * is none.
 *
 * An error is a case in which no placement can exist. Where the search found none although one may exist, it is a
 * warning. Jobs count for one Pod each, which has to fit a VM that runs nothing else.
 *
 * @see kubernetes/kubernetes v1.27 pkg/scheduler/framework/plugins/noderesources/fit.go
 */
export const fitsTheVms: Rule = {
  id: 'fits-the-vms',
  class: 'parked',
  severity: 'error',
  summary: 'Every Pod finds a VM with room for its requests, beside the other Pods that may run there.',
  remedy: 'Lower the requests of the Pod, or use more VMs.',
  needs: ['cloud'],
  check: (manifests, { cloud, source }) => {
    if (cloud === undefined) return [];
    const demands = demandsOf(manifests, cloud.vms);
    const groups = podGroups(demands);
    const vms = { count: cloud.vms, room: vmRoom(cloud), oneIsLost: false };
    const placement: PlacementCase = { groups, vms, called: countedVms(cloud.vms), cloud, spare: 0, source };

    const largest = roomBesideDaemonSets(groups, vms.room);
    const tooLarge = demands.flatMap((demand) => tooLargeProblems(demand, largest, cloud));
    const apart = groups.flatMap((group) => keptApartProblem(group, placement));
    const sums = sumProblems(placement);
    const errors = [...tooLarge, ...apart, ...sums];

    const atFault = new Set(errors.map(({ manifest }) => manifest));
    const packing = tryPacking(groups, vms);
    const left = (packing?.withoutRoom ?? []).filter(({ group }) => !atFault.has(group.demand.workload.manifest));
    if (packing === undefined || left.length === 0) return errors;
    if (sums.length > 0) {
      const detail = `without room: ${namedWithoutRoom(left)}`;
      return errors.map((problem) => (problem.manifest === undefined ? { ...problem, detail } : problem));
    }
    // A number of VMs is given with room for these and not for Pods that no number of VMs has room for.
    const placeable = groups.filter(({ demand }) => !atFault.has(demand.workload.manifest));
    const more = moreVms(tryVmsThatDo(placeable, cloud, 0), source);
    return [...errors, ...left.map((pods) => notFoundProblem(pods, packing.pool, more, cloud))];
  },
};

function tooLargeProblems(demand: Demand, room: ResourceAmounts, cloud: CloudCapacity): readonly Problem[] {
  const { workload, charge, steadyPods, peakPods } = demand;
  const runs = workload.kind === 'Job' || workload.kind === 'CronJob' ? peakPods > 0 : steadyPods > 0;
  if (!runs || workload.kind === 'DaemonSet') return [];
  return countedResources
    .filter(({ amount }) => charge.requests[amount] > room[amount])
    .map((resource) => {
      const { amount, format, describe } = resource;
      const beside = vmRoom(cloud)[amount] - room[amount];
      const daemonSets = beside > 0 ? `, and ${format(beside)} for DaemonSets` : '';
      return {
        manifest: workload.manifest,
        field: `${workload.podPath}.containers`,
        message: `a Pod requests ${describe(charge.requests[amount])}; a VM has room for ${format(room[amount])} (${roomReason(cloud, resource)}${daemonSets})`,
        remedy: anyOf([
          lowering([{ ...demand, steadyPods: 1 }], [{ resource, excess: charge.requests[amount] - room[amount] }]),
          'use larger VMs',
        ]),
      };
    });
}

function notFoundProblem(
  { group, pods }: PodsWithoutRoom,
  pool: VmPool,
  more: readonly string[],
  cloud: CloudCapacity,
): Problem {
  const { demand, requests } = group;
  const all = group.everyVm ? cloud.vms : demand.steadyPods;
  const spot = pods === 1 ? tryFreeSpot(group, pool) : undefined;
  const excesses = countedResources.flatMap((resource) => {
    const excess = spot === undefined ? 0 : requests[resource.amount] - spot[resource.amount];
    return excess > 0 ? [{ resource, excess }] : [];
  });
  const lower = excesses.length === 0 ? [] : [lowering([{ ...demand, steadyPods: 1 }], excesses)];
  const waysOut = [...lower, ...more];
  return {
    manifest: demand.workload.manifest,
    field: `${demand.workload.podPath}.containers`,
    message: `for ${pods} of ${all} ${all === 1 ? 'Pod' : 'Pods'}, which requests ${describeAmounts(requests)}, no room was found on ${countedVms(cloud.vms)}`,
    remedy: anyOf(waysOut.length === 0 ? ['lower its requests'] : waysOut),
    severity: 'warning',
  };
}
