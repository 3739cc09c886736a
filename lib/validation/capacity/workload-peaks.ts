import type { AutoscalerBounds } from '../pods/autoscalers';
import type { Demand } from '../pods/demand';
import { surgePods } from './peak-demand';
import { deploymentRolloutBounds } from '../pods/rollout-bounds';
import { wholeNumber } from '../quantities/whole-number';

/** A moment at which one workload has more Pods than in its steady state. */
export interface WorkloadPeak {
  /** Its Pods at that moment. */
  readonly pods: number;
  /** Whether nothing moves any more if they do not fit; otherwise it is only slower. */
  readonly moves: 'not at all' | 'slowly';
  /** The field that makes the peak. */
  readonly field: string;
  /** What the field comes to, to be continued with the requests: `comes to 3 Pods in a rollout`. */
  readonly cause: string;
  /** The way out other than sizes, if the most Pods that fit are so many; undefined where it has none. */
  readonly tryWayOut: (fittingPods: number) => string | undefined;
}

/**
 * Returns the peaks of a workload in sequences, each rising: where one peak does not fit, the later ones of its
 * sequence do not either and say nothing new.
 *
 * @param bounds those of the autoscaler that scales it, if one does
 */
export function workloadPeaks(demand: Demand, bounds?: AutoscalerBounds): readonly (readonly WorkloadPeak[])[] {
  switch (demand.workload.kind) {
    case 'Deployment':
      return [deploymentPeaks(demand), autoscaledPeaks(demand, bounds)];
    case 'DaemonSet':
      return [daemonSetPeaks(demand)];
    case 'Job':
    case 'CronJob':
      return [jobPeaks(demand)];
    default:
      return [autoscaledPeaks(demand, bounds)];
  }
}

function deploymentPeaks(demand: Demand): readonly WorkloadPeak[] {
  const { workload, steadyPods } = demand;
  const surge = surgePods(demand);
  if (surge === 0) return [];
  // Submitting the YAML sets the replicas to what it says, until the autoscaler takes them back.
  const mostReplicas = Math.max(steadyPods, wholeNumber(workload.spec['replicas'], 1));
  const standsStill = deploymentRolloutBounds(workload.spec, mostReplicas).unavailable === 0;
  const one: WorkloadPeak = {
    pods: steadyPods + 1,
    moves: 'not at all',
    field: 'spec.strategy.rollingUpdate.maxUnavailable',
    cause: 'comes to 0, so that a rollout moves only with one surge Pod',
    tryWayOut: () => 'set maxUnavailable to 1',
  };
  const all: WorkloadPeak = {
    pods: steadyPods + surge,
    moves: 'slowly',
    field: 'spec.strategy.rollingUpdate.maxSurge',
    cause: `comes to ${counted(surge)} in a rollout`,
    tryWayOut: (fittingPods) => `set maxSurge to ${fittingPods - steadyPods}`,
  };
  return standsStill ? [one, all] : [all];
}

function daemonSetPeaks(demand: Demand): readonly WorkloadPeak[] {
  const surge = surgePods(demand);
  if (surge === 0) return [];
  return [
    {
      pods: demand.steadyPods + surge,
      moves: 'slowly',
      field: 'spec.updateStrategy.rollingUpdate.maxSurge',
      cause: `comes to ${counted(surge)} in a rollout`,
      tryWayOut: (fittingPods) => {
        const fitting = fittingPods - demand.steadyPods;
        return fitting > 0 ? `set maxSurge to ${fitting}` : 'set maxSurge to 0 and maxUnavailable to 1';
      },
    },
  ];
}

function autoscaledPeaks({ peakPods, steadyPods }: Demand, bounds?: AutoscalerBounds): readonly WorkloadPeak[] {
  if (bounds === undefined || peakPods === 0 || bounds.maxReplicas <= steadyPods) return [];
  return [
    {
      pods: bounds.maxReplicas,
      moves: 'slowly',
      field: 'spec.replicas',
      cause: `comes to ${counted(bounds.maxReplicas)} with its HorizontalPodAutoscaler`,
      tryWayOut: (fittingPods) => `set maxReplicas to ${fittingPods}`,
    },
  ];
}

function jobPeaks({ workload, peakPods }: Demand): readonly WorkloadPeak[] {
  const { kind, spec, podPath } = workload;
  if (peakPods === 0) return [];
  const one: WorkloadPeak = {
    pods: 1,
    moves: 'not at all',
    field: podPath,
    cause: 'has one Pod at least while the job runs',
    tryWayOut: () => undefined,
  };
  const parallel: WorkloadPeak = {
    pods: peakPods,
    moves: 'slowly',
    field: podPath.replace('template.spec', 'parallelism'),
    cause: `comes to ${counted(peakPods)} at once`,
    tryWayOut: (fittingPods) => `set parallelism to ${fittingPods}`,
  };
  const overlapping: WorkloadPeak = {
    pods: 2 * peakPods,
    moves: 'slowly',
    field: 'spec.concurrencyPolicy',
    cause: `is Allow, which comes to ${counted(2 * peakPods)} where two runs overlap`,
    tryWayOut: () => 'set concurrencyPolicy to Forbid',
  };
  const overlaps = kind === 'CronJob' && (spec['concurrencyPolicy'] ?? 'Allow') === 'Allow';
  return [one, ...(peakPods > 1 ? [parallel] : []), ...(overlaps ? [overlapping] : [])];
}

function counted(pods: number): string {
  return `${pods} ${pods === 1 ? 'Pod' : 'Pods'}`;
}
