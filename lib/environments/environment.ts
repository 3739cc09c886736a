import { OperatorError } from '../operator-error';
import type { BrowserEntry } from '../platform/browser-entry';
import type { ContainerCloud } from '../platform/container-cloud';
import type { HadoopCluster } from '../platform/hadoop-cluster';
import type { ImageRegistry } from '../platform/image-registry';
import type { MailRelay } from '../platform/mail-relay';
import type { StreamSource } from '../platform/stream-source';
import type { StoreSettings, WorkloadSettings } from '../platform/workload-settings';
import type { StoreName, WorkloadName } from './standard-workloads';

/**
 * Everything that differs between one place where the project runs and another.
 *
 * Data only. What is the same everywhere stands in the stacks and workloads. `checkEnvironments` reads it as a whole
 * before any construct is made.
 */
export interface Environment {
  /** Name, and folder below `dist/`: a DNS label. Its file is `lib/environments/<name>.ts`. */
  readonly name: string;

  /** Whether people depend on it: what is only for trying things out, a debug hold for example, is refused there. */
  readonly production: boolean;

  /** The namespace that the container cloud gave the project. */
  readonly namespace: string;

  readonly cloud: ContainerCloud;
  readonly registry: ImageRegistry;

  /** Storage class of the distributed storage (ReadWriteOnce). */
  readonly storageClass: string;

  /** How browsers reach each module. */
  readonly entries: { readonly focus: BrowserEntry; readonly anomaly: BrowserEntry };

  readonly hadoop: HadoopCluster;
  readonly streamSource: StreamSource;
  readonly mailRelay: MailRelay;

  /** IANA name, such as `Asia/Shanghai`; all schedules are read in it. */
  readonly timeZone: string;

  readonly schedules: {
    /** When the models are trained anew: five fields of cron. */
    readonly training: string;
  };

  /** Sizes and replicas of each workload. */
  readonly workloads: Readonly<Record<WorkloadName, WorkloadSettings>>;

  /** Storage and backups of each store. */
  readonly stores: Readonly<Record<StoreName, StoreSettings>>;
}

/** Returns the file that the data of an environment stand in: what to open for a change of a size. */
export function environmentSource({ name }: Pick<Environment, 'name'>): string {
  return `lib/environments/${name}.ts`;
}

/**
 * Returns what an environment says of a workload.
 *
 * @throws OperatorError if it says nothing: a workload was added to a stack and not to the sizes
 */
export function workloadSettings(environment: Environment, workload: string): WorkloadSettings {
  return named(environment.workloads, workload, 'size', environment);
}

/**
 * Returns what an environment says of the storage of a store.
 *
 * @throws OperatorError if it says nothing
 */
export function storeSettings(environment: Environment, store: string): StoreSettings {
  return named(environment.stores, store, 'storage', environment);
}

function named<Settings>(
  all: Readonly<Partial<Record<string, Settings>>>,
  name: string,
  what: string,
  environment: Environment,
): Settings {
  const settings = all[name];
  if (settings === undefined) {
    throw new OperatorError(
      `environment "${environment.name}" has no ${what} for the workload ${name}`,
      `Add "${name}" to lib/environments/standard-workloads.ts, or to ${environmentSource(environment)}.`,
    );
  }
  return settings;
}
