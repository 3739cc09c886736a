import { addToList } from '../../validation/add-to-list';
import { OperatorError } from '../../operator-error';
import { asText, objectId } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { parseImageReference } from '../../validation/names/image-reference';
import { workloadName, workloadsAmong } from '../../validation/pods/pods';
import type { CatalogEntry, ListedImage } from './listed-image';

/** The objects that a synth of an environment comes to. */
export interface EnvironmentObjects {
  readonly environment: string;
  readonly manifests: readonly Manifest[];
}

/** A place in the YAML that names an image. */
interface ImageUse {
  readonly environment: string;
  readonly workload: string;
  /** The object in the words of messages. */
  readonly object: string;
  /** As it is written, with tag and digest. */
  readonly written: string;
}

/**
 * Returns the images that the YAML runs, by name, version and reference. Environments have registries of their own,
 * and with them references of their own; where they share one, it is listed once.
 *
 * @param catalog what is known of the images, by name
 * @throws OperatorError for an image that the catalog has not, or in another version: its archive would be unknown
 */
export function imageList(
  environments: readonly EnvironmentObjects[],
  catalog: Readonly<Record<string, CatalogEntry>>,
): readonly ListedImage[] {
  const uses = new Map<string, ImageUse[]>();
  for (const use of environments.flatMap(imageUses)) {
    addToList(uses, use.written, use);
  }
  return [...uses.values()].flatMap((same) => listed(same, catalog)).sort(byNameVersionAndReference);
}

function imageUses({ environment, manifests }: EnvironmentObjects): readonly ImageUse[] {
  return workloadsAmong(manifests).flatMap((workload) =>
    workload.containers
      .map(({ json }) => asText(json['image']).trim())
      .filter((written) => written !== '')
      .map((written) => ({
        environment,
        workload: workloadName(workload),
        object: objectId(workload.manifest),
        written,
      })),
  );
}

function listed(uses: readonly ImageUse[], catalog: Readonly<Record<string, CatalogEntry>>): readonly ListedImage[] {
  const [first] = uses;
  if (first === undefined) return [];
  const { name, repository: image, tag = '', digest } = parseImageReference(first.written);
  const entry = Object.hasOwn(catalog, image) ? catalog[image] : undefined;
  if (entry === undefined) {
    throw new OperatorError(
      `${first.object} runs the image "${first.written}", which the catalog has not`,
      'Add it to lib/platform/image-catalog.ts, or use one that is there.',
    );
  }
  if (tag !== entry.version) {
    throw new OperatorError(
      `${first.object} runs the image "${first.written}"; the catalog has version ${entry.version}`,
      'Use the version of lib/platform/image-catalog.ts, or change it there.',
    );
  }
  return [
    {
      image,
      // The first segment is the registry, as every reference of the project has one.
      repository: name.slice(name.indexOf('/') + 1),
      version: tag,
      archive: `${image}-${tag}.tar`,
      reference: `${name}:${tag}`,
      ...(digest === undefined ? {} : { digest }),
      origin: entry.origin,
      builtFrom: entry.builtFrom,
      environments: sortedUnique(uses.map(({ environment }) => environment)),
      workloads: sortedUnique(uses.map(({ workload }) => workload)),
    },
  ];
}

function byNameVersionAndReference(one: ListedImage, other: ListedImage): number {
  const [oneKey, otherKey] = [one, other].map(
    ({ image, version, reference, digest = '' }) => `${image}\0${version}\0${reference}\0${digest}`,
  );
  return (oneKey ?? '') < (otherKey ?? '') ? -1 : 1;
}

function sortedUnique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
