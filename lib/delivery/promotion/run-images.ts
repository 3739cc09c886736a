import { asText } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { parseImageReference } from '../../validation/names/image-reference';
import type { ImageReference } from '../../validation/names/image-reference';
import { demandsOf } from '../../validation/pods/demand';

/** The number of VMs does not change whether a workload has Pods at all. */
const ANY_VMS = 1;

/**
 * Returns the images that a set of manifests runs. A workload that is stopped, with 0 replicas, runs none.
 *
 * @param manifests those of one environment
 */
export function runImages(manifests: readonly Manifest[]): readonly ImageReference[] {
  return demandsOf(manifests, ANY_VMS)
    .filter(({ peakPods }) => peakPods > 0)
    .flatMap(({ workload }) => workload.containers.map(({ json }) => asText(json['image'])))
    .filter((image) => image !== '')
    .map(parseImageReference);
}

/** Returns the repository of an image without the registry, which is another one in each environment: `znyw/nginx`. */
export function repositoryPath({ name }: ImageReference): string {
  const [first = '', ...rest] = name.split('/');
  // The way container runtimes tell a host from an organisation.
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return isHost ? rest.join('/') : name;
}
