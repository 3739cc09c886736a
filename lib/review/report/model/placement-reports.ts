import { tryPlacement, tryPlacementAfterLoss } from '../../../validation/placement/vm-placement';
import type { PodsOfWorkload, VmPlacement } from '../../../validation/placement/vm-placement';
import type { Demand } from '../../../validation/pods/demand';
import { workloadName } from '../../../validation/pods/pods';
import type { CloudCapacity } from '../../../validation/rule';
import type { PlacedPod, PlacementReport } from '../report-model';

/** More VMs than this are shown without the loss of each: nobody looks at a hundred pictures. */
const MOST_LOSSES = 12;

/** More Pods than this are not listed one by one: a picture of them shows nothing. */
const MOST_PODS = 5000;

/** Returns where the Pods land, and then once for each lost VM; nothing where there are too many to place or to show. */
export function placementReports(demands: readonly Demand[], cloud: CloudCapacity): readonly PlacementReport[] {
  const pods = demands.reduce((sum, { steadyPods }) => sum + steadyPods, 0);
  if (pods > MOST_PODS || cloud.vms > MOST_PODS) return [];
  const whole = tryPlacement(demands, cloud);
  if (whole === undefined) return [];
  const losses = cloud.vms > 1 && cloud.vms <= MOST_LOSSES ? cloud.vms : 0;
  const lost = Array.from({ length: losses }, (_, index) => index + 1).flatMap((lostVm) => {
    const placement = tryPlacementAfterLoss(demands, cloud, lostVm);
    return placement === undefined ? [] : [{ lostVm, ...reportOf(placement) }];
  });
  return [reportOf(whole), ...lost];
}

function reportOf({ vms, withoutRoom }: VmPlacement): PlacementReport {
  return {
    vms: vms.map(({ vm, pods, requests }) => ({ vm, pods: pods.flatMap(onePodEach), used: requests })),
    homeless: withoutRoom.flatMap(onePodEach),
  };
}

function onePodEach({ demand, pods }: PodsOfWorkload): readonly PlacedPod[] {
  const pod: PlacedPod = { workload: workloadName(demand.workload), requests: demand.charge.requests };
  return Array.from({ length: pods }, () => pod);
}
