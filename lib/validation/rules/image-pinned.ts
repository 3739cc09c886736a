import { quoted } from '../fields/expectations';
import { parseImageReference } from '../names/image-reference';
import { asText } from '../manifest';
import { containersOf } from '../pods/pods';
import type { Rule } from '../rule';

/**
 * A moving tag lets one published manifest run different programs on different days, and then neither a diff nor a
 * rollback can be trusted.
 */
export const imagePinned: Rule = {
  id: 'image-pinned',
  class: 'policy',
  severity: 'error',
  summary: 'Every image names a fixed tag or a digest.',
  remedy: 'Write the tag of a release, as in mongo:7.0.14, where the workload is defined.',
  check: (manifests) =>
    manifests.flatMap((manifest) =>
      containersOf(manifest).flatMap(({ path, json }) => {
        const image = asText(json['image']);
        const moves = image === '' ? undefined : whyItMoves(image);
        return moves === undefined
          ? []
          : [{ manifest, field: `${path}.image`, message: `is ${quoted(image)}, ${moves}; a fixed tag is expected` }];
      }),
    ),
};

function whyItMoves(image: string): string | undefined {
  const { tag, digest } = parseImageReference(image);
  if (digest !== undefined) return undefined;
  if (tag === undefined) return 'which has no tag and so means latest';
  return tag === 'latest' ? 'whose tag moves with each release' : undefined;
}
