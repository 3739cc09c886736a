import type { Size } from 'cdk8s';
import { Quantity, type Volume, type VolumeMount } from '../../imports/k8s';
import { sizeQuantity } from './container-size';

/** Something mounted into a container. All else of its file system is read-only. */
export interface Mount {
  /** Folder in the container, or the file itself where `subPath` names a key. */
  readonly path: string;

  readonly from: MountSource;

  /**
   * Keys of a ConfigMap or Secret to mount.
   * @default all
   */
  readonly keys?: readonly string[];

  /**
   * Mounts this one key, or this folder of a claim, at `path`. A mounted key is never refreshed in a running Pod. A
   * fresh ext4 volume holds `lost+found`, which keeps mysqld, and influxd's start script, from taking it for empty:
   * data go into a folder of the claim.
   * @default none
   */
  readonly subPath?: string;

  /**
   * Checksum of the content; where it changes, the Pods restart.
   * @default none: the content is not known here, as with a Secret
   */
  readonly checksum?: string;
}

/** What is mounted: files of a ConfigMap or Secret (read-only), a claim, or scratch space up to a size. */
export type MountSource =
  | { readonly configMap: string }
  | { readonly secret: string }
  | { readonly claim: string }
  | { readonly scratch: Size };

/** Returns a mount of scratch space, which is empty at each start of the Pod; a Pod that writes more is evicted. */
export function scratch(path: string, size: Size): Mount {
  return { path, from: { scratch: size } };
}

/** Returns the name of the volume for a mount: its path, as a DNS label. */
function volumeName({ path }: Mount): string {
  return path
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Returns the volume of a Pod for a mount. */
export function volumeOf(mount: Mount): Volume {
  return { name: volumeName(mount), ...volumeSource(mount) };
}

/** Returns the mount of that volume in a container. */
export function volumeMountOf(mount: Mount): VolumeMount {
  const { from, path, subPath } = mount;
  const writable = 'claim' in from || 'scratch' in from;
  return { name: volumeName(mount), mountPath: path, subPath, readOnly: writable ? undefined : true };
}

// Secrets are for the process and its group only. Kubernetes writes modes as decimal numbers.
const OWNER_AND_GROUP_READ = 0o440;

function volumeSource({ from, keys }: Mount): Omit<Volume, 'name'> {
  const items = keys?.map((key) => ({ key, path: key }));
  if ('configMap' in from) {
    return { configMap: { name: from.configMap, items } };
  }
  if ('secret' in from) {
    return { secret: { secretName: from.secret, items, defaultMode: OWNER_AND_GROUP_READ } };
  }
  if ('claim' in from) {
    return { persistentVolumeClaim: { claimName: from.claim } };
  }
  return { emptyDir: { sizeLimit: Quantity.fromString(sizeQuantity(from.scratch)) } };
}
