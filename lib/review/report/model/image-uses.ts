import { asText } from '../../../validation/manifest';
import { parseImageReference } from '../../../validation/names/image-reference';
import { workloadName } from '../../../validation/pods/pods';
import type { WorkloadManifest } from '../../../validation/pods/pods';
import { compareTexts } from '../connections/connections';
import type { ImageUse } from '../report-model';

/** Returns which image runs in which containers, sorted by image; of two registries with one name it is one image. */
export function imageUses(workloads: readonly WorkloadManifest[]): readonly ImageUse[] {
  const uses = new Map<string, { readonly versions: Set<string>; readonly containers: Set<string> }>();
  for (const workload of workloads) {
    for (const { name, json } of workload.containers) {
      const { repository, tag, digest } = parseImageReference(asText(json['image']));
      if (repository === '') continue;
      const use = uses.get(repository) ?? { versions: new Set(), containers: new Set() };
      uses.set(repository, use);
      const version = tag ?? digest;
      if (version !== undefined) use.versions.add(version);
      use.containers.add(`${workloadName(workload)}/${name}`);
    }
  }
  return [...uses]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([image, { versions, containers }]) => ({
      image,
      versions: [...versions].sort(compareTexts),
      containers: [...containers].sort(compareTexts),
    }));
}
