import type { Autoscalers } from './autoscalers';
import { asObject } from '../manifest';
import type { JsonObject } from '../manifest';
import type { WorkloadManifest } from './pods';
import { daemonSetSurge, deploymentRolloutBounds } from './rollout-bounds';
import { wholeNumber } from '../quantities/whole-number';

/** How many Pods a workload has. */
export interface PodCounts {
  /** While nothing is rolled out and no job runs. */
  readonly steady: number;
  /**
   * At the peak of a rollout, or while its job runs. For a CronJob with concurrencyPolicy Allow this is the lower
   * bound: its runs may overlap without an end, and how far depends on how long one takes.
   */
  readonly peak: number;
}

/**
 * Returns the steady and the peak number of a workload's Pods, as the controllers of Kubernetes 1.27 make them.
 *
 * A bare Pod is one. A DaemonSet has one per VM, node selectors not counted. Jobs are gone when done, and a suspended
 * one is counted at the peak like any other, since it is resumed without new YAML.
 *
 * @param vms virtual machines of the project
 */
export function podCounts(workload: WorkloadManifest, autoscalers: Autoscalers, vms: number): PodCounts {
  const { kind, spec } = workload;
  switch (kind) {
    case 'Pod':
      return { steady: 1, peak: 1 };
    case 'DaemonSet':
      return { steady: vms, peak: vms + daemonSetSurge(spec, vms) };
    case 'Job':
      return { steady: 0, peak: jobPods(spec) };
    case 'CronJob':
      return { steady: 0, peak: jobPods(asObject(asObject(spec['jobTemplate'])['spec'])) };
    default:
      return replicatedPods(workload, autoscalers);
  }
}

function replicatedPods({ manifest, kind, spec }: WorkloadManifest, autoscalers: Autoscalers): PodCounts {
  const replicas = wholeNumber(spec['replicas'], 1);
  // With 0 replicas an autoscaler is switched off (pkg/controller/podautoscaler/horizontal.go), and nothing surges.
  if (replicas === 0) return { steady: 0, peak: 0 };
  const bounds = autoscalers.tryBoundsOf(manifest);
  const most = bounds?.maxReplicas ?? replicas;
  const surge = kind === 'Deployment' ? deploymentRolloutBounds(spec, most).surge : 0;
  return { steady: bounds?.minReplicas ?? replicas, peak: most + surge };
}

function jobPods(spec: JsonObject): number {
  const parallelism = wholeNumber(spec['parallelism'], 1);
  // Without completions, a Job with a parallelism is a work queue: all its Pods run at once.
  return Math.min(parallelism, wholeNumber(spec['completions'], parallelism));
}
