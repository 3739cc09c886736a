import { steadyRequests, sumOfSteadyRequests } from '../pods/demand';
import type { Demand } from '../pods/demand';
import { larger, noAmounts, plus, times } from '../quantities/resource-amounts';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import { deploymentRolloutBounds } from '../pods/rollout-bounds';

/**
 * Returns how many Pods a rollout of the workload adds at most while nothing is scaled up: none for a kind that
 * deletes before it creates, and none for a job, which is not rolled out.
 */
export function surgePods({ workload: { kind, spec }, steadyPods, peakPods }: Demand): number {
  if (kind === 'DaemonSet') return peakPods - steadyPods;
  return kind === 'Deployment' && steadyPods > 0 ? deploymentRolloutBounds(spec, steadyPods).surge : 0;
}

/**
 * Returns what is requested while the one workload with the largest surge is rolled out: the steady sum and all surge
 * Pods of that workload.
 *
 * CPU and memory may come from different workloads, so that the amount is enough whichever is rolled out.
 */
export function rolloutPeak(demands: readonly Demand[]): ResourceAmounts {
  const surges = demands.map((demand) => times(demand.charge.requests, surgePods(demand)));
  return plus(sumOfSteadyRequests(demands), surges.reduce(larger, noAmounts));
}

/**
 * Returns what is requested when every workload is at its peak at once: all rollouts, with autoscalers at their
 * maximum, and one run of every Job and CronJob.
 */
export function rolloutPeakAllAtOnce(demands: readonly Demand[]): ResourceAmounts {
  return demands.map(atItsPeak).map(steadyRequests).reduce(plus, noAmounts);
}

/** Returns the demand as if its peak were its steady state, for sums and remedies that are about the peak. */
export function atItsPeak(demand: Demand): Demand {
  return { ...demand, steadyPods: demand.peakPods };
}
