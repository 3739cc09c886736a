import { parseImageReference } from '../../validation/names/image-reference';
import type { ListedImage } from './listed-image';

/** What of a listed image says which reference its archive may hold. */
export type ExpectedImage = Pick<ListedImage, 'image' | 'version' | 'repository' | 'origin' | 'builtFrom'>;

/**
 * Returns the references that the archive of an image may hold, without a registry: our own name of it, alone or in
 * our organisation, and for one that is taken as the community publishes it also that of the community.
 */
export function expectedReferences({
  image,
  version,
  repository,
  origin,
  builtFrom,
}: ExpectedImage): readonly string[] {
  const own = [`${image}:${version}`, `${repository}:${version}`];
  return [...new Set(origin === 'community' ? [...own, builtFrom] : own)];
}

/**
 * Tells whether a reference inside an archive is one of a list of references without a registry.
 *
 * Any registry may stand before it, as a mirror of the bank may have handed it out, and `library/`, which is how tools
 * write the names that have no organisation.
 */
export function isAmongReferences(reference: string, expected: readonly string[]): boolean {
  const { name, tag = '' } = parseImageReference(reference);
  const segments = name.split('/');
  const [first = ''] = segments;
  // What tells a registry from an organisation: distribution/reference, splitDockerDomain.
  const hasRegistry = segments.length > 1 && (/[.:]/.test(first) || first === 'localhost');
  const path = (hasRegistry ? segments.slice(1) : segments).join('/').replace(/^library\//, '');
  return expected.includes(`${path}:${tag}`);
}
