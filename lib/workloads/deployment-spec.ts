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
      description.rollout === 'recreate'
        ? { type: 'Recreate' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: { maxSurge: IntOrString.fromNumber(1), maxUnavailable: IntOrString.fromNumber(0) },
          },
    selector: { matchLabels: workload.selector },
    template: podTemplate({
      ...description,
      registry: parts.registry,
      labels: workload.labels,
      annotations: checksumAnnotation(mounts),
      size: description.size ?? settings,
      environment: parts.environment,
      mounts,
      more: replicas > 1 ? spread(workload.selector) : {},
    }),
  };
}

/** Makes a changed file restart the Pods. */
function checksumAnnotation(mounts: readonly Mount[]): Record<string, string> | undefined {
  const checksums: Record<string, string> = {};
  for (const { path, checksum } of mounts) {
    if (checksum !== undefined) {
      checksums[path] = checksum;
    }
  }
  return Object.keys(checksums).length === 0 ? undefined : { 'znyw/config-checksum': configChecksum(checksums) };
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
