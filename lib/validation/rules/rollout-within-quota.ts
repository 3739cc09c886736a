import { requestsAllowance } from '../capacity/allowance';
import { autoscalersAmong } from '../pods/autoscalers';
import { anyOf, lowering, moreVms } from '../capacity/capacity-remedy';
import { countedResources } from '../quantities/counted-resources';
import type { CountedResource } from '../quantities/counted-resources';
import { demandsOf, sumOfSteadyRequests } from '../pods/demand';
import type { Demand } from '../pods/demand';
import { atItsPeak, rolloutPeakAllAtOnce } from '../capacity/peak-demand';
import { plus, times } from '../quantities/resource-amounts';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { CloudCapacity, Problem, Rule } from '../rule';
import { countedVms } from '../placement/vm-room';
import { tryVmsNeeded } from '../capacity/vms-needed';
import { workloadPeaks } from '../capacity/workload-peaks';
import type { WorkloadPeak } from '../capacity/workload-peaks';

/**
 * A Pod that a rollout adds is charged like any other. Where none may be taken away first and none can be added, the
 * rollout stands still until its deadline and never moves; a job whose Pod is refused never begins.
 *
 * Judged beside the steady sum. Where that passes the allowance already, `requests-within-quota` speaks of the
 * resource and this rule does not.
 *
 * @see kubernetes/kubernetes v1.27 pkg/controller/deployment/rolling.go
 */
export const rolloutWithinQuota: Rule = {
  id: 'rollout-within-quota',
  class: 'parked',
  severity: 'error',
  summary: 'The requests allowed have room for the Pods that rollouts and jobs add to what runs.',
  remedy: 'Lower the requests of the workload, let the rollout end a Pod first, or use more VMs.',
  needs: ['cloud'],
  check: (manifests, { cloud, source }) => {
    if (cloud === undefined) return [];
    const demands = demandsOf(manifests, cloud.vms);
    const quota = quotaOf(demands, cloud, source);
    const autoscalers = autoscalersAmong(manifests);
    const ofWorkloads = demands.flatMap((demand) =>
      workloadPeaks(demand, autoscalers.tryBoundsOf(demand.workload.manifest)).flatMap((peaks) =>
        firstProblem(peaks, demand, quota),
      ),
    );
    return [...ofWorkloads, ...problemOfAllAtOnce(quota)];
  },
};

/** What the peaks are held against. */
interface Quota {
  readonly demands: readonly Demand[];
  readonly steady: ResourceAmounts;
  readonly allowed: ResourceAmounts;
  /** The resources of which the steady sum leaves something or nothing, and does not take too much. */
  readonly open: readonly CountedResource[];
  readonly cloud: CloudCapacity;
  readonly source?: string;
}

function quotaOf(demands: readonly Demand[], cloud: CloudCapacity, source?: string): Quota {
  const [steady, allowed] = [sumOfSteadyRequests(demands), requestsAllowance(cloud)];
  const open = countedResources.filter(({ amount }) => steady[amount] <= allowed[amount]);
  return { demands, steady, allowed, open, cloud, source };
}

function firstProblem(peaks: readonly WorkloadPeak[], demand: Demand, quota: Quota): readonly Problem[] {
  for (const peak of peaks) {
    const total = plus(quota.steady, times(demand.charge.requests, peak.pods - demand.steadyPods));
    const exceeded = quota.open.filter(({ amount }) => total[amount] > quota.allowed[amount]);
    if (exceeded.length > 0) return [peakProblem(peak, demand, total, exceeded, quota)];
  }
  return [];
}

function peakProblem(
  peak: WorkloadPeak,
  demand: Demand,
  total: ResourceAmounts,
  exceeded: readonly CountedResource[],
  quota: Quota,
): Problem {
  const { steady, allowed, cloud, source } = quota;
  const excesses = exceeded.map((resource) => ({
    resource,
    excess: total[resource.amount] - allowed[resource.amount],
  }));
  const fitting = exceeded.map(({ amount }) =>
    Math.floor((allowed[amount] - steady[amount]) / demand.charge.requests[amount]),
  );
  // The VMs that a DaemonSet gets bring Pods of it along, at its peak one more again.
  const vms =
    demand.workload.kind === 'DaemonSet' ? undefined : tryVmsFor([...quota.demands, extraPods(peak, demand)], cloud);
  const standsStill = peak.moves === 'not at all';
  return {
    manifest: demand.workload.manifest,
    field: peak.field,
    message: `${peak.cause}; with that the workloads ${requesting(total, exceeded, quota)}`,
    remedy: anyOf([
      lowering([{ ...demand, steadyPods: peak.pods }], excesses),
      ...[peak.tryWayOut(demand.steadyPods + Math.min(...fitting)) ?? []].flat(),
      ...moreVms(vms, source),
    ]),
    severity: standsStill ? 'error' : 'warning',
  };
}

function problemOfAllAtOnce(quota: Quota): readonly Problem[] {
  const { demands, allowed, open, cloud, source } = quota;
  const total = rolloutPeakAllAtOnce(demands);
  const exceeded = open.filter(({ amount }) => total[amount] > allowed[amount]);
  if (exceeded.length === 0) return [];
  const peaks = demands.map(atItsPeak);
  const excesses = exceeded.map((resource) => ({
    resource,
    excess: total[resource.amount] - allowed[resource.amount],
  }));
  return [
    {
      field: 'requests',
      message: `all workloads at their peak at once ${requesting(total, exceeded, quota)}`,
      remedy: anyOf([
        lowering(peaks, excesses),
        'roll them out one after the other',
        ...moreVms(tryVmsFor(peaks, cloud), source),
      ]),
      severity: 'warning',
    },
  ];
}

function requesting(total: ResourceAmounts, exceeded: readonly CountedResource[], { allowed, cloud }: Quota): string {
  const write = (amounts: ResourceAmounts) =>
    exceeded.map(({ amount, describe }) => describe(amounts[amount])).join(' and ');
  const share = `${cloud.requestsSharePercent} % of ${countedVms(cloud.vms)}`;
  return `request ${write(total)}; the container cloud allows ${write(allowed)} (${share})`;
}

/** The Pods that a peak adds, as a workload of its own, so that sums of the steady state count them. */
function extraPods({ pods }: WorkloadPeak, demand: Demand): Demand {
  return { ...demand, steadyPods: pods - demand.steadyPods };
}

function tryVmsFor(demands: readonly Demand[], cloud: CloudCapacity): number | undefined {
  const counts = countedResources.map((resource) => tryVmsNeeded(demands, cloud, resource));
  const known = counts.filter((count) => count !== undefined);
  return known.length === counts.length ? Math.max(...known) : undefined;
}
