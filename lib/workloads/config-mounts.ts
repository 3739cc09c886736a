import { posix } from 'node:path';
import { configChecksum } from '../platform/checksum';
import type { Mount } from '../platform/mount';

/** Configuration files as a ConfigMap and the mounts that bring them to their paths. */
export interface ConfigMounts {
  /** Content of the ConfigMap: file name to content. */
  readonly data: Readonly<Record<string, string>>;
  readonly mounts: readonly Mount[];
}

/**
 * Lays configuration files out in one ConfigMap, and mounts each folder that they stand in.
 *
 * A folder is mounted whole: what the image holds there is covered.
 *
 * @param configMap name of the ConfigMap
 * @param files path in the container to content
 * @throws RangeError if two files of different folders have one name
 */
export function configMounts(configMap: string, files: Readonly<Record<string, string>>): ConfigMounts {
  const data: Record<string, string> = {};
  const keysByFolder = new Map<string, string[]>();
  for (const [path, content] of Object.entries(files)) {
    const key = posix.basename(path);
    if (key in data) {
      throw new RangeError(`ConfigMap ${configMap} would hold 2 files named ${key}; rename one`);
    }
    data[key] = content;
    const folder = posix.dirname(path);
    keysByFolder.set(folder, [...(keysByFolder.get(folder) ?? []), key]);
  }
  const checksum = configChecksum(data);
  const mounts = [...keysByFolder].map(([path, keys]) => ({ path, from: { configMap }, keys, checksum }));
  return { data, mounts };
}
