import { exceedsInSum, tryPacking } from '../placement/packing';
import type { PodGroup } from '../placement/pod-groups';
import type { CloudCapacity } from '../rule';
import { vmRoom } from '../placement/vm-room';

/** More VMs than this are not proposed to anybody. */
const MOST_VMS = 4096;

/**
 * Returns the smallest number of VMs above the present one on which all Pods were found to have room, or undefined if
 * none was found.
 *
 * @param spare how many of the VMs may be lost: 0 or 1
 */
export function tryVmsThatDo(groups: readonly PodGroup[], cloud: CloudCapacity, spare: 0 | 1): number | undefined {
  const room = vmRoom(cloud);
  const suffices = (count: number) => {
    const vms = { count: count - spare, room, oneIsLost: spare > 0 };
    return !exceedsInSum(groups, vms) && tryPacking(groups, vms)?.withoutRoom.length === 0;
  };
  let tooFew = cloud.vms;
  let step = 1;
  while (!suffices(tooFew + step)) {
    tooFew += step;
    step *= 2;
    if (tooFew + step > MOST_VMS) return undefined;
  }
  let enough = tooFew + step;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (suffices(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
