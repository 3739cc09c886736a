import { quoted } from '../fields/expectations';
import { parseImageReference } from '../names/image-reference';
import { asText } from '../manifest';
import { containersOf } from '../pods/pods';
import type { Rule } from '../rule';

/** The VMs of the container cloud reach one registry; an image from elsewhere is never pulled. */
export const imageFromRegistry: Rule = {
  id: 'image-from-registry',
  class: 'policy',
  severity: 'error',
  summary: "Every image comes from the project's organisation in the registry of the container cloud.",
  remedy: 'Push the image to the registry of the project, and name it there.',
  needs: ['registry'],
  check: (manifests, { registry }) => {
    if (registry === undefined) return [];
    const prefix = `${registry.host}/${registry.organisation}/`;
    return manifests.flatMap((manifest) =>
      containersOf(manifest).flatMap(({ path, json }) => {
        const image = asText(json['image']);
        if (image === '' || image.startsWith(prefix)) return [];
        const { repository, tag } = parseImageReference(image);
        const there = `${prefix}${repository}${tag === undefined ? '' : `:${tag}`}`;
        const message = `is ${quoted(image)}; an image of ${prefix} is expected`;
        const remedy = `Push the image to the registry, and write ${quoted(there)}.`;
        return [{ manifest, field: `${path}.image`, message, remedy }];
      }),
    );
  },
};
