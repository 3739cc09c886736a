import type { Duration, Size } from 'cdk8s';
import type { ContainerSize } from './container-size';

/** What people set of one workload, per environment. */
export interface WorkloadSettings extends ContainerSize {
  /**
   * Number of Pods, a whole number of 1 or more. Only workloads without storage of their own take more than 1.
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Keeps everything of the workload and runs no Pod, for the maintenance of a system that it needs, for example.
   * @default false
   */
  readonly stopped?: boolean;

  /**
   * Keeps its containers alive without their start script and without probes, so that a person can go in
   * (`kubectl exec -it deploy/<name> -- sh`) and try the script by hand: for a container that ends at once. It serves
   * nobody meanwhile, and is refused in production.
   * @default false
   */
  readonly debugHold?: boolean;
}

/** What people set of the storage of one store, per environment. */
export interface StoreSettings {
  /** Size of the claim for its data. A claim can grow (where the storage class allows it) and never shrink. */
  readonly storage: Size;

  readonly backup: BackupSettings;
}

/** When a store is backed up, and how much of that is kept. */
export interface BackupSettings {
  /** Five fields of cron, in the time zone of the environment. Stagger them: each backup loads its store. */
  readonly schedule: string;

  /** Size of the claim that the backups are kept on: room for `retention` and one more. */
  readonly storage: Size;

  /** How long a backup is kept, in whole days. */
  readonly retention: Duration;
}
