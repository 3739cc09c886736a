import { asText } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { parseImageReference } from '../../validation/names/image-reference';
import { containersOf } from '../../validation/pods/pods';
import type { ObjectPair } from './object-change';

/** A container that gets another image, comes or goes. */
export interface ImageChange {
  /** `Kind/namespace/name`. */
  readonly workload: string;
  /** Its name, or where it stands where it has none. */
  readonly container: string;
  /** The whole reference. @default none: the container is new, or had no image */
  readonly before?: string;
  /** @default none: the container is removed, or has no image */
  readonly after?: string;
}

/** Returns the containers of workloads whose image differs, in the order of the pairs, and by name within one. */
export function imageChanges(pairs: readonly ObjectPair[]): readonly ImageChange[] {
  return pairs.flatMap(({ id, before, after }) => {
    const former = imagesOf(before);
    const next = imagesOf(after);
    return [...new Set([...former.keys(), ...next.keys()])]
      .sort()
      .filter((container) => former.get(container) !== next.get(container))
      .map((container) => ({
        workload: id,
        container,
        ...imageOf('before', former.get(container)),
        ...imageOf('after', next.get(container)),
      }));
  });
}

function imagesOf(manifest: Manifest | undefined): ReadonlyMap<string, string> {
  const containers = manifest === undefined ? [] : containersOf(manifest);
  return new Map(containers.map(({ name, path, json }) => [name === '' ? path : name, asText(json['image'])]));
}

function imageOf(side: 'before' | 'after', image: string | undefined): Partial<Record<'before' | 'after', string>> {
  return image === undefined || image === '' ? {} : { [side]: image };
}

/**
 * Returns what of an image reference a person has to read: the version alone where nothing else differs from the
 * other, otherwise all of it.
 */
export function imageWords(image: string, other: string | undefined): string {
  const { name, tag, digest } = parseImageReference(image);
  if (other === undefined || parseImageReference(other).name !== name) return image;
  const version = [...(tag === undefined ? [] : [tag]), ...(digest === undefined ? [] : [digest])].join('@');
  return version === '' ? 'latest' : version;
}
