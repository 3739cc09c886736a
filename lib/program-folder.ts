import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Returns the folder of this program: the nearest one above with a cdk8s.yaml.
 *
 * It is looked for, since the program may run file by file or compiled into one.
 */
export function programFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'cdk8s.yaml'))) {
    const above = dirname(folder);
    if (above === folder) throw new RangeError(`no folder above ${__dirname} has a cdk8s.yaml`);
    folder = above;
  }
  return folder;
}
