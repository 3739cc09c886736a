import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import { parseImageReference } from '../../../validation/names/image-reference';
import { tryNearestName } from '../../../validation/names/nearest-name';
import { containersOf } from '../../../validation/pods/pods';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import type { PullFailure } from './pull-failures';

/** How many images that run are compared. */
const MOST_IMAGES = 200;

/** Returns the image that `dist/` has for a container, or undefined where it is the same or not there. */
export function tryPublishedImage(expected: Expected, { id, container, image }: PullFailure): string | undefined {
  const manifest = expected.manifests.find((one) => objectId(one) === id);
  const published = manifest && containersOf(manifest).find(({ name }) => name === container);
  const wanted = asText(published?.json['image']);
  return wanted === '' || wanted === image ? undefined : wanted;
}

/** Returns an image that runs in the cluster or is published, and is named nearly so, or undefined. */
export function tryNearestImage(cluster: Cluster, expected: Expected, { image }: PullFailure): string | undefined {
  const known = [...runningImages(cluster), ...publishedImages(expected)].filter((one) => one !== image);
  const { name, repository } = parseImageReference(image);
  const sameName = known.find((one) => parseImageReference(one).name === name);
  if (sameName !== undefined) return sameName;
  // What all images of a registry have in common says nothing of how near two of them are.
  const byRepository = new Map(known.map((one) => [parseImageReference(one).repository, one]));
  return byRepository.get(tryNearestName(repository, [...byRepository.keys()]) ?? '');
}

const READ = new WeakMap<Cluster, readonly string[]>();

function runningImages(cluster: Cluster): readonly string[] {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const running = new Set<string>();
  for (const pod of cluster.ofKind('Pod')) {
    for (const item of asList(asObject(pod.json['status'])['containerStatuses'])) {
      const { image, state } = asObject(item);
      if (asObject(state)['running'] !== undefined && asText(image) !== '') running.add(asText(image));
    }
    if (running.size > MOST_IMAGES) break;
  }
  const read = [...running].sort();
  READ.set(cluster, read);
  return read;
}

function publishedImages({ manifests }: Expected): readonly string[] {
  const images = manifests.flatMap(containersOf).map(({ json }) => asText(json['image']));
  return [...new Set(images)].filter((image) => image !== '').slice(0, MOST_IMAGES);
}

/** Tells what an image should rather be: what `dist/` has, or what runs under a name that is near. */
export function ratherText(cluster: Cluster, expected: Expected, failure: PullFailure): Text {
  const published = tryPublishedImage(expected, failure);
  if (published !== undefined) return { en: `; dist/ has "${published}"`, zh: `；dist/ 中为 "${published}"` };
  const nearest = tryNearestImage(cluster, expected, failure);
  return nearest === undefined ? { en: '', zh: '' } : { en: `; known is "${nearest}"`, zh: `；已知的有 "${nearest}"` };
}

/** Tells that an image is not asked of the registry of the project. */
export function foreignRegistryText({ environment }: Expected, { host }: PullFailure): Text {
  const own = environment.registry?.host;
  if (own === undefined || own === host) return { en: '', zh: '' };
  return {
    en: `; it is asked of ${host}, and the registry of the project is ${own}`,
    zh: `；该镜像来自 ${host}，而本项目的镜像仓库是 ${own}`,
  };
}
