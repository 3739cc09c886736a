import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import type { ContainerSize } from '../platform/container-size';
import type { EnvironmentVariables } from '../platform/environment-variables';
import type { HadoopCluster } from '../platform/hadoop-cluster';

/** What a Pod needs that only launches a driver in YARN and watches it. */
export const LAUNCHER_SIZE: ContainerSize = {
  cpu: { request: Cpu.millis(100), limit: Cpu.millis(500) },
  memory: { request: Size.mebibytes(512), limit: Size.mebibytes(512) },
};

/** Tags of an application in YARN: the job's, and that of its revision. */
export const APPLICATION_TAGS = '$(YARN_TAG),$(YARN_TAG)-$(YARN_REVISION)';

export interface Launch {
  readonly cluster: HadoopCluster;
  /** Name of the job. */
  readonly job: string;
  /** What its applications are tagged with: one name in the whole of YARN. */
  readonly tag: string;
  /** Changes with whatever an application has from its submission. */
  readonly revision: string;
  /** How long an application of another revision is given to finish its batches, in seconds. */
  readonly drainSeconds: number;
  /** Names of the variables that the driver needs. */
  readonly driverVariables: readonly string[];
}

/** Returns the variables of a Pod that launches a driver in YARN: how to find it again, stop it and tell it things. */
export function launcherVariables(launch: Launch): EnvironmentVariables {
  const { cluster, job, tag, revision, drainSeconds, driverVariables } = launch;
  const { resourceManagers, webPort } = cluster.yarn;
  return {
    YARN_TAG: tag,
    // An application of another revision is drained before this one is submitted.
    YARN_REVISION: revision,
    YARN_URLS: resourceManagers.map(({ host }) => `https://${host}:${webPort}`).join(','),
    // The driver looks for this file between batches, and stops gracefully when it is there: YARN itself gives an
    // application a quarter of a second.
    STOP_MARKER: `${cluster.workFolder}/stop/${job}`,
    DRAIN_SECONDS: `${drainSeconds}`,
    // Handed to the driver in a file, as YARN shows the environment of its containers to everybody; where there is a
    // DRIVER_ variable of the name, that is what the driver gets.
    DRIVER_VARIABLES: driverVariables.join(','),
  };
}
