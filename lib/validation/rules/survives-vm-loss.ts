import { anyOf, moreVms } from '../capacity/capacity-remedy';
import { demandsOf } from '../pods/demand';
import { tryPacking } from '../placement/packing';
import { keptApartProblem, namedWithoutRoom, sumProblems } from '../placement/placement-problems';
import type { PlacementCase } from '../placement/placement-problems';
import { podGroups } from '../placement/pod-groups';
import type { Problem, Rule, Severity } from '../rule';
import { countedVms, vmRoom } from '../placement/vm-room';
import { tryVmsThatDo } from '../capacity/vms-that-do';

/**
 * When a VM fails or is taken out for maintenance, its Pods start on the others if these have room, and otherwise
 * wait until it is back.
 *
 * The VMs of a project are alike, so that to place everything on one VM less answers for each of them. The lost VM
 * is still known to the cluster, and a topology spread counts it as an empty one unless it honours taints.
 */
export const survivesVmLoss: Rule = {
  id: 'survives-vm-loss',
  class: 'policy',
  severity: 'warning',
  summary: 'When any one VM is lost, everything that runs finds room on the others.',
  remedy: 'Lower requests, or use one VM more.',
  needs: ['cloud'],
  check: (manifests, { cloud, source }) => {
    if (cloud === undefined) return [];
    const groups = podGroups(demandsOf(manifests, cloud.vms));
    if (groups.length === 0) return [];
    const severity: Severity = cloud.mustSurviveVmLoss === true ? 'error' : 'warning';
    const vms = { count: Math.max(cloud.vms - 1, 0), room: vmRoom(cloud), oneIsLost: true };
    const called = `the ${countedVms(vms.count)} left of ${cloud.vms}`;
    const placement: PlacementCase = { groups, vms, called, cloud, spare: 1, source };
    const problems = vms.count === 0 ? onlyVmProblem(placement) : lossProblems(placement);
    return problems.map((problem) => ({ ...problem, severity }));
  },
};

function onlyVmProblem({ groups, cloud, source }: PlacementCase): readonly Problem[] {
  const waysOut = moreVms(tryVmsThatDo(groups, cloud, 1) ?? 2, source);
  return [{ field: 'vms', message: 'there is 1 VM; when it is lost, nothing runs', remedy: anyOf(waysOut) }];
}

function lossProblems(placement: PlacementCase): readonly Problem[] {
  const { groups, vms, called, cloud, source } = placement;
  const apart = groups.flatMap((group) => keptApartProblem(group, placement));
  const sums = sumProblems(placement);
  if (sums.length > 0) return [...apart, ...sums];
  const atFault = new Set(apart.map(({ manifest }) => manifest));
  const left = (tryPacking(groups, vms)?.withoutRoom ?? []).filter(
    ({ group }) => !atFault.has(group.demand.workload.manifest),
  );
  if (left.length === 0) return apart;
  const placeable = groups.filter(({ demand }) => !atFault.has(demand.workload.manifest));
  const more = moreVms(tryVmsThatDo(placeable, cloud, 1), source);
  return [
    ...apart,
    {
      field: 'requests',
      message: `no room was found on ${called} for ${namedWithoutRoom(left)}`,
      remedy: anyOf(['lower the requests of these', ...more]),
    },
  ];
}
