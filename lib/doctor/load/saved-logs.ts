import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText, kindOf } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';

/** The most that is read of the end of a log. */
const MAX_BYTES = 64 * 1024;

/** How `kubectl cluster-info dump` begins the log of each container. */
const DUMP_HEAD = /^==== START logs for container (\S+) of pod (\S+)\/(\S+) ====$/m;

/**
 * Returns the logs of a saved cluster, by `namespace/pod/container`.
 *
 * Read are `<pod>/<container>.log`, `<pod>_<container>.log` and, of a Pod with one container, `<pod>.log`, in whatever
 * folders; and what `kubectl cluster-info dump` writes. Of `<container>.previous.log`, the run before, and
 * `<container>.log` the first counts.
 *
 * @param paths each as the names that lead to it from the folder
 */
export function savedLogs(
  folder: string,
  paths: readonly (readonly string[])[],
  objects: readonly Manifest[],
): ReadonlyMap<string, string> {
  const pods = new Map<string, Manifest>();
  for (const object of objects) {
    if (kindOf(object) === 'Pod') pods.set(asText(asObject(object.json['metadata'])['name']), object);
  }
  const logs = new Map<string, string>();
  // The run before comes last, and stays.
  const isPrevious = (path: readonly string[]) => /[._-]previous\.\w+$/.test(path.at(-1) ?? '');
  for (const path of [...paths.filter((one) => !isPrevious(one)), ...paths.filter(isPrevious)]) {
    const container = tryContainer(path, pods);
    if (container === undefined && path.at(-1) !== 'logs.txt') continue;
    const text = endOf(join(folder, ...path));
    if (container !== undefined) logs.set(container, text);
    else for (const [id, log] of dumped(text)) logs.set(id, log);
  }
  return logs;
}

function tryContainer(path: readonly string[], pods: ReadonlyMap<string, Manifest>): string | undefined {
  const stem = (path.at(-1) ?? '').replace(/\.(?:log|txt)$/, '').replace(/[._-]previous$/, '');
  const above = path.at(-2) ?? '';
  const parts = stem.split('_');
  const candidates: readonly (readonly [pod: string, container: string | undefined])[] = [
    [above, stem],
    [parts.at(-2) ?? '', parts.at(-1)],
    [stem, undefined],
  ];
  for (const [name, container] of candidates) {
    const pod = pods.get(name);
    if (pod === undefined) continue;
    const containers = containersIn(pod);
    const own = container ?? (containers.length === 1 ? containers[0] : undefined);
    if (own !== undefined && containers.includes(own)) {
      return `${asText(asObject(pod.json['metadata'])['namespace'])}/${name}/${own}`;
    }
  }
  return undefined;
}

function containersIn({ json }: Manifest): readonly string[] {
  const { containers, initContainers } = asObject(json['spec']);
  return [...asList(containers), ...asList(initContainers)].map((container) => asText(asObject(container)['name']));
}

function dumped(text: string): readonly (readonly [string, string])[] {
  return text.split(/^==== END logs .*$/m).flatMap((part) => {
    const head = DUMP_HEAD.exec(part);
    if (head === null) return [];
    const [line, container = '', namespace = '', pod = ''] = head;
    return [[`${namespace}/${pod}/${container}`, part.slice(head.index + line.length).trimStart()] as const];
  });
}

function endOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, MAX_BYTES));
    const length = readSync(file, bytes, 0, bytes.length, Math.max(size - MAX_BYTES, 0));
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(file);
  }
}
