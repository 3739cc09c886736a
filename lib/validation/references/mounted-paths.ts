import { posix } from 'node:path';
import { quoted } from '../fields/expectations';
import { tryHeldKeys } from './held-keys';
import { asList, asObject, asText } from '../manifest';
import { listed } from './named-objects';
import type { NamedObjects } from './named-objects';
import { podReferences } from './pod-references';
import type { PodReference } from './pod-references';
import type { Container, WorkloadManifest } from '../pods/pods';
import type { Problem } from '../rule';

/**
 * Returns the problems of mounts with a `subPath` that no file of their ConfigMap or Secret has: the kubelet makes an
 * empty folder of it, where the program looks for a file.
 *
 * @see kubernetes/kubernetes v1.27 pkg/kubelet/kubelet_pods.go, makeMounts
 */
export function subPathProblems(
  workload: WorkloadManifest,
  namespace: string,
  objects: NamedObjects,
): readonly Problem[] {
  const pathsByVolume = subPathsOf(workload.containers);
  if (pathsByVolume.size === 0) return [];
  return podReferences(workload).flatMap((reference) => {
    const { kind, volume, optional, field } = reference;
    if (kind === 'PersistentVolumeClaim' || volume === undefined || optional) return [];
    // A projected volume has other files as well.
    if (field.includes('.projected.')) return [];
    const paths = pathsByVolume.get(volume);
    const files = paths === undefined ? undefined : tryFiles(reference, namespace, objects);
    if (paths === undefined || files === undefined) return [];
    return paths
      .filter(({ path }) => !files.some((file) => file === path || file.startsWith(`${path}/`)))
      .map(({ path, field }) => ({
        manifest: workload.manifest,
        field,
        message: `is ${quoted(path)}; ${reference.kind} ${reference.name} makes ${files.length === 0 ? 'no file' : listed(files)}`,
      }));
  });
}

function tryFiles({ kind, name, keys }: PodReference, namespace: string, objects: NamedObjects) {
  if (keys !== undefined) return keys.map(({ as }) => posix.normalize(as));
  const inside = objects.tryFind(kind, namespace, name);
  const held = inside === undefined ? undefined : tryHeldKeys(inside)?.volume;
  return held === undefined ? objects.tryFindOutside(kind, namespace, name)?.keys : [...held];
}

interface SubPath {
  readonly path: string;
  readonly field: string;
}

/** Returns the mounts of a part of a volume, by the name of the volume. */
function subPathsOf(containers: readonly Container[]): ReadonlyMap<string, readonly SubPath[]> {
  const byVolume = new Map<string, SubPath[]>();
  for (const { json, path: container } of containers) {
    for (const [index, item] of asList(json['volumeMounts']).entries()) {
      const { name, subPath } = asObject(item);
      const written = asText(subPath);
      if (typeof name !== 'string' || written === '') continue;
      const path = posix.normalize(written).replace(/\/$/, '');
      const paths = byVolume.get(name) ?? [];
      paths.push({ path, field: `${container}.volumeMounts[${index}].subPath` });
      byVolume.set(name, paths);
    }
  }
  return byVolume;
}
