import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { KubeCronJob, KubeNetworkPolicy, KubePersistentVolumeClaim, Quantity } from '../../imports/k8s';
import type { Environment } from '../environments/environment';
import { sizeQuantity, type ContainerSize } from '../platform/container-size';
import type { Client, Reach } from '../platform/endpoint';
import type { EnvironmentVariables } from '../platform/environment-variables';
import type { ImageName } from '../platform/image-catalog';
import { selectorLabels, workloadLabels } from '../platform/labels';
import { scratch } from '../platform/mount';
import type { BackupSettings } from '../platform/workload-settings';
import { backupScript } from './backup-script';
import { podTemplate } from './pod-template';
import { Traffic } from './traffic';

/** How a store is backed up. */
export interface BackupDescription {
  /**
   * Shell commands that write the backup to `"$partial"`, a file or a folder. bash reads them; any failure, in a
   * pipe too, ends the backup as failed.
   */
  readonly dump: string;

  /** End of the name of a backup, such as `.archive.gz`. */
  readonly suffix: string;

  /** Ports of the store that the dump calls, by name. */
  readonly ports: readonly string[];

  /** Credentials, as references. */
  readonly variables: EnvironmentVariables;

  /**
   * Size of its container.
   * @default 100m and 256Mi requested, at most 500m and 512Mi
   */
  readonly size?: ContainerSize;
}

export interface BackupProps extends BackupDescription {
  /** Name of the store. */
  readonly store: string;
  /** Id of the stack. */
  readonly stack: string;
  readonly image: ImageName;
  readonly environment: Environment;
  readonly settings: BackupSettings;
  /** Whether no backup is made, as the store is stopped. */
  readonly suspended: boolean;
  /** Opens the store to the backup. */
  readonly open: (client: Client) => Reach;
}

const STANDARD_SIZE: ContainerSize = {
  cpu: { request: Cpu.millis(100), limit: Cpu.millis(500) },
  memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
};

/** The backups of a store: a CronJob of its own, onto a claim of its own, with a NetworkPolicy of its own. */
export class Backup extends Construct implements Client {
  readonly name: string;
  readonly environmentName: string;
  readonly selector: Client['selector'];

  constructor(scope: Construct, id: string, props: BackupProps) {
    super(scope, id);
    const { environment, settings, image, open } = props;
    this.name = `${props.store}-backup`;
    this.environmentName = environment.name;
    this.selector = selectorLabels(this.name);
    const labels = workloadLabels(this.name, props.stack, 'backup');
    const traffic = new Traffic(this.selector, environment.cloud);
    traffic.allow(open(this));

    const metadata = { name: this.name, labels };
    new KubePersistentVolumeClaim(this, 'claim', {
      metadata,
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: environment.storageClass,
        resources: { requests: { storage: Quantity.fromString(sizeQuantity(settings.storage)) } },
      },
    });
    new KubeNetworkPolicy(this, 'network-policy', {
      metadata,
      spec: traffic.toSpec(),
    });
    new KubeCronJob(this, 'cron-job', {
      metadata,
      spec: {
        schedule: settings.schedule,
        timeZone: environment.timeZone,
        suspend: props.suspended ? true : undefined,
        concurrencyPolicy: 'Forbid',
        // A controller that was busy or down at the minute still starts it within the hour.
        startingDeadlineSeconds: Duration.hours(1).toSeconds(),
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          metadata: { labels },
          spec: {
            backoffLimit: 1,
            activeDeadlineSeconds: Duration.hours(3).toSeconds(),
            template: podTemplate({
              image,
              container: 'backup',
              command: ['bash', '-euo', 'pipefail', '-c'],
              args: [backupScript(props, settings.retention)],
              registry: environment.registry,
              labels,
              size: props.size ?? STANDARD_SIZE,
              environment: { HOME: '/tmp', ...props.variables },
              mounts: [{ path: '/backup', from: { claim: this.name } }, scratch('/tmp', Size.mebibytes(64))],
              stop: { gracePeriod: Duration.seconds(30) },
              more: { restartPolicy: 'Never' },
            }),
          },
        },
      },
    });
  }
}
