import type { Duration } from 'cdk8s';
import type { Probe } from '../../imports/k8s';
import type { ContainerSize } from '../platform/container-size';
import type { ImageName } from '../platform/image-catalog';
import type { Mount } from '../platform/mount';
import type { EnvironmentVariables } from '../platform/environment-variables';

/** What a workload runs, from which all its objects follow. */
export interface WorkloadDescription {
  /** What it is, in a few words, for the head of its file. */
  readonly summary: string;

  /** What it is in the system; becomes the label `app.kubernetes.io/component`. */
  readonly component: 'gateway' | 'web' | 'service' | 'stream' | 'trainer' | 'store';

  readonly image: ImageName;

  /**
   * Name of the container.
   * @default the name of the image, as a DNS label
   */
  readonly container?: string;

  /**
   * Size of its container.
   * @default the size in the environment's data
   */
  readonly size?: ContainerSize;

  /**
   * Replaces the image's entry point.
   * @default the image's own
   */
  readonly command?: readonly string[];

  /**
   * Arguments of the entry point. `$(NAME)` stands for an environment variable of the container.
   * @default the image's own
   */
  readonly args?: readonly string[];

  /**
   * Ports that the container listens on, by name.
   * @default none
   */
  readonly ports?: Readonly<Record<string, number>>;

  /** @default none but those that connections bring */
  readonly environment?: EnvironmentVariables;

  /**
   * Configuration files: path in the container to content. They are asked for when the objects are rendered, so they
   * may depend on connections that are made later.
   * @default none
   */
  readonly configFiles?: () => Readonly<Record<string, string>>;

  /**
   * Secrets, claims and scratch space, asked for when the objects are rendered. Without scratch space on /tmp, nothing
   * can be written there.
   * @default none but those that connections bring
   */
  readonly mounts?: () => readonly Mount[];

  readonly probes: {
    /** How long the first start may take before the container is restarted. */
    readonly startup: Probe;
    /** When it is sent traffic. Never asks shared systems that the workload can do without. */
    readonly readiness: Probe;
    /**
     * When it is restarted. Never asks another system: one outage would restart everything.
     * @default none: it ends by itself when it cannot go on
     */
    readonly liveness?: Probe;
  };

  readonly stop: {
    /** Time from the request to stop until it is killed, `drain` included. */
    readonly gracePeriod: Duration;
    /**
     * Time that it goes on serving before it is asked to stop, so that nobody is sent to it any more by then.
     * @default none
     */
    readonly drain?: Duration;
  };

  /**
   * Why two of it must never run at a time, as in "its volume is mounted once". It then has one replica, which ends
   * before the next one starts.
   * @default none: it has as many as are set, and a new one is ready before an old one ends, which needs room for one
   *   more
   */
  readonly runsOnce?: string;
}
