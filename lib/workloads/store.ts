import { KubePersistentVolumeClaim, Quantity } from '../../imports/k8s';
import { storeSettings } from '../environments/environment';
import { credentialsSecret } from '../environments/outside-secrets';
import { sizeQuantity } from '../platform/container-size';
import type { Client, Endpoint, Grant } from '../platform/endpoint';
import type { EnvironmentVariables, SecretKey } from '../platform/environment-variables';
import type { HostPort } from '../platform/host-port';
import type { Mount } from '../platform/mount';
import type { StoreSettings } from '../platform/workload-settings';
import { Backup, type BackupDescription } from './backup';
import type { Stack } from './stack';
import { Workload } from './workload';
import type { WorkloadDescription } from './workload-description';

/** What a store runs, on top of what every workload does. */
export interface StoreDescription extends Omit<WorkloadDescription, 'component' | 'runsOnce'> {
  /** Where it keeps its data in the container, and the folder of the claim that holds them. */
  readonly data: { readonly path: string; readonly subPath: string };

  /** Name of the port that clients connect to. */
  readonly clientPort: string;

  readonly backup: BackupDescription;
}

/**
 * A workload that keeps data: one Pod, a claim that only one VM can mount, and a backup onto a claim of its own.
 *
 * It is recreated rather than rolled: a new Pod on another VM would wait for ever for the volume that the old one has.
 *
 * @typeParam Access what a client says about the access that it wants
 */
export abstract class Store<Access = void> extends Workload implements Endpoint<Access> {
  /** The Secret with its passwords, made outside. */
  readonly credentialsSecret: string;

  protected readonly storeSettings: StoreSettings;
  private clientPort = '';

  constructor(stack: Stack, id: string) {
    super(stack, id);
    this.credentialsSecret = credentialsSecret(this.name);
    this.storeSettings = storeSettings(stack.environment, this.name);
  }

  /** Lets a client in, with an account for the access that it wants. */
  admit(client: Client, access: Access): Grant {
    const reach = this.openTo(client, this.clientPort);
    const inside = this.variables({ host: this.name, port: this.portNumber(this.clientPort) }, access);
    const outside = client.worksFrom === undefined ? {} : this.variables(this.outsideAddress(client.worksFrom), access);
    return { reach: [reach], environment: { ...inside, ...differing(inside, outside) } };
  }

  /** Returns what a client gets to know: the address and its account. */
  protected abstract variables(address: HostPort, access: Access): EnvironmentVariables;

  /**
   * Creates the objects.
   *
   * @throws RangeError if its environment runs more than one Pod of it
   */
  protected deployStore(description: StoreDescription): void {
    const { data, clientPort, backup, mounts, ...rest } = description;
    const claim = `${this.name}-data`;
    this.clientPort = clientPort;
    this.deploy({
      ...rest,
      component: 'store',
      runsOnce: 'its volume is mounted once',
      mounts: (): readonly Mount[] => [{ ...data, from: { claim } }, ...(mounts?.() ?? [])],
    });
    new KubePersistentVolumeClaim(this, 'data', {
      metadata: { name: claim },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: this.environment.storageClass,
        resources: { requests: { storage: Quantity.fromString(sizeQuantity(this.storeSettings.storage)) } },
      },
    });
    new Backup(this, 'backup', {
      ...backup,
      store: this.name,
      stack: this.stack.id,
      image: rest.image,
      environment: this.environment,
      suspended: this.stopped,
      settings: this.storeSettings.backup,
      open: (client) => this.openTo(client, ...backup.ports),
    });
  }

  /** Returns the reference to one of its passwords. */
  protected password(account: string): SecretKey {
    return { secret: this.credentialsSecret, key: `${account}-password` };
  }

  /** Opens the store to work that runs outside the cluster, and returns the address that leads here from there. */
  private outsideAddress(ranges: readonly string[]): HostPort {
    const { storeAccess } = this.environment.hadoop;
    const nodePort = storeAccess?.nodePorts[this.name];
    if (storeAccess === undefined || nodePort === undefined) {
      throw new RangeError(
        `${this.name} has no port for Spark drivers in YARN, which cannot reach Pods; set hadoop.storeAccess of environment ` +
          `"${this.environmentName}"`,
      );
    }
    this.openOutside(`${this.name}-outside`, this.clientPort, nodePort, ranges);
    return { host: storeAccess.host, port: nodePort };
  }
}

/** Returns the variables that are another for a driver outside, under names that say so. */
function differing(inside: EnvironmentVariables, outside: EnvironmentVariables): EnvironmentVariables {
  const others = Object.entries(outside).filter(([name, value]) => typeof value === 'string' && value !== inside[name]);
  return Object.fromEntries(others.map(([name, value]) => [`DRIVER_${name}`, value]));
}
