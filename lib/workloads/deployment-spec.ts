import { IntOrString, type DeploymentSpec, type PodSpec } from '../../imports/k8s';
import { configChecksum } from '../platform/checksum';
import type { EnvironmentVariables } from '../platform/environment-variables';
import type { ImageRegistry } from '../platform/image-registry';
import type { Labels } from '../platform/labels';
import type { Mount } from '../platform/mount';
import { patienceSeconds } from '../platform/probes';
import type { WorkloadSettings } from '../platform/workload-settings';
import { configMounts } from './config-mounts';
import { podTemplate } from './pod-template';
import type { WorkloadDescription } from './workload-description';

/** Room for scheduling and pulling an image, on top of what the startup probe allows. */
const PULL_SECONDS = 300;

export interface DeploymentParts {
  readonly workload: { readonly name: string; readonly selector: Labels; readonly labels: Labels };
  readonly description: WorkloadDescription;
  readonly settings: WorkloadSettings;
  readonly registry: ImageRegistry;
  /** All variables, those of connections included. */
  readonly environment: EnvironmentVariables;
  /** The mounts that connections bring. */
  readonly mounts: readonly Mount[];
}

/** Returns the Deployment of a workload. */
export function deploymentSpec(parts: DeploymentParts): DeploymentSpec {
  const { workload, description, settings } = parts;
  const config = description.configFiles && configMounts(workload.name, description.configFiles());
  const mounts = [...(config?.mounts ?? []), ...(description.mounts?.() ?? []), ...parts.mounts];
  const replicas = settings.replicas ?? 1;
  return {
    replicas: settings.stopped === true ? 0 : replicas,
    revisionHistoryLimit: 3,
    // A slow first start is no failed rollout.
    progressDeadlineSeconds: patienceSeconds(description.probes.startup) + PULL_SECONDS,
    strategy:
      description.runsOnce !== undefined
        ? { type: 'Recreate' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: { maxSurge: IntOrString.fromNumber(1), maxUnavailable: IntOrString.fromNumber(0) },
          },
    selector: { matchLabels: workload.selector },
    template: podTemplate({
      ...description,
      ...(settings.debugHold === true ? HOLD : {}),
      registry: parts.registry,
      labels: workload.labels,
      annotations: annotationsOf(settings, mounts),
      size: description.size ?? settings,
      environment: parts.environment,
      mounts,
      more: replicas > 1 ? spread(workload.selector) : {},
    }),
  };
}

/** Waits in place of the start script, and ends as soon as it is asked to. No probe would find anything. */
const HOLD = {
  command: ['sh', '-c', 'trap "exit 0" TERM; while :; do sleep 1; done'],
  args: undefined,
  probes: undefined,
};

/** Returns the annotations of the Pods: a checksum of their files, so that a changed file restarts them, and the hold. */
function annotationsOf({ debugHold }: WorkloadSettings, mounts: readonly Mount[]): Record<string, string> | undefined {
  const checksums: Record<string, string> = {};
  for (const { path, checksum } of mounts) {
    if (checksum !== undefined) {
      checksums[path] = checksum;
    }
  }
  const annotations = {
    ...(Object.keys(checksums).length > 0 ? { 'znyw/config-checksum': configChecksum(checksums) } : {}),
    ...(debugHold === true ? { 'znyw/debug-hold': 'true' } : {}),
  };
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}

/**
 * Puts the replicas on different VMs where that is possible. DoNotSchedule would leave a Pod Pending when a VM is
 * lost, as Kubernetes goes on counting the lost one.
 */
function spread(selector: Labels): Partial<PodSpec> {
  return {
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: selector },
      },
    ],
  };
}
