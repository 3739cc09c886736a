import { autoscalersAmong } from './autoscalers';
import type { Manifest } from '../manifest';
import { oncePer } from '../once-per';
import { podCharge } from './pod-charge';
import type { PodCharge } from './pod-charge';
import { podCounts } from './pod-counts';
import { workloadsAmong } from './pods';
import type { WorkloadManifest } from './pods';
import { noAmounts, plus, times } from '../quantities/resource-amounts';
import type { ResourceAmounts } from '../quantities/resource-amounts';

/** What a workload asks of the container cloud. */
export interface Demand {
  readonly workload: WorkloadManifest;
  /** What each of its Pods is charged. */
  readonly charge: PodCharge;
  /** Its Pods while nothing is rolled out and no job runs: 0 for a Job and a CronJob. */
  readonly steadyPods: number;
  /** Its Pods at the peak of a rollout, or while its job runs; the lower bound for a CronJob that may overlap. */
  readonly peakPods: number;
}

/**
 * Returns what each workload among the objects asks, in their order.
 *
 * @param manifests all objects, since an autoscaler changes what its target asks
 * @param vms virtual machines of the project: a DaemonSet has a Pod on each
 */
export function demandsOf(manifests: readonly Manifest[], vms: number): readonly Demand[] {
  const known = demandsByVms(manifests);
  let demands = known.get(vms);
  if (demands === undefined) {
    const autoscalers = autoscalersAmong(manifests);
    demands = workloadsAmong(manifests).map((workload) => {
      const { steady, peak } = podCounts(workload, autoscalers, vms);
      return { workload, charge: chargeOf(workload), steadyPods: steady, peakPods: peak };
    });
    known.set(vms, demands);
  }
  return demands;
}

/** Every capacity rule asks the same, and whoever wonders about another VM asks for one more number. */
const demandsByVms = oncePer<readonly Manifest[], Map<number, readonly Demand[]>>(() => new Map());

const chargeOf = oncePer(({ podSpec }: WorkloadManifest) => podCharge(podSpec));

/** Returns what a workload's steady Pods request together. */
export function steadyRequests({ charge, steadyPods }: Demand): ResourceAmounts {
  return times(charge.requests, steadyPods);
}

/** Returns what the steady Pods of all workloads request together, exactly. */
export function sumOfSteadyRequests(demands: readonly Demand[]): ResourceAmounts {
  return demands.map(steadyRequests).reduce(plus, noAmounts);
}
