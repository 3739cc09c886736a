import { asObject, asText, kindOf, objectId } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { clusterKinds } from '../../validation/references/cluster-kinds';
import { qualifiedKind } from '../../validation/references/qualified-kind';
import type { ObjectPair } from '../diff/object-change';

interface Sides {
  readonly before?: Manifest;
  readonly after?: Manifest;
}

/**
 * Returns the objects of both sets, each with the one that takes its place in the other, sorted by id.
 *
 * What makes an object the same is its API group, kind, namespace and name, as for the API server: not its version, not
 * its file, not its place in the set. Of two with one name in a set the later counts, since it is applied over the
 * other. One without a name goes by its `generateName`.
 *
 * The id is that of the later side. Where objects of two groups would share one, it names the group too, as kubectl
 * does: `Event.events.k8s.io/ops/started`.
 *
 * @param defaultNamespace where an object goes that names none, cluster kinds excepted
 */
export function objectPairs(
  before: readonly Manifest[],
  after: readonly Manifest[],
  defaultNamespace = '',
): readonly ObjectPair[] {
  const sides = new Map<string, Sides>();
  for (const manifest of before) sides.set(identityOf(manifest, defaultNamespace), { before: manifest });
  for (const manifest of after) {
    const identity = identityOf(manifest, defaultNamespace);
    sides.set(identity, { ...sides.get(identity), after: manifest });
  }
  const used = new Set<string>();
  // By identity first, so that it does not depend on the order of the sets which of two objects names its group.
  return [...sides]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([identity, pair]) => ({ id: unusedId(identity, pair, defaultNamespace, used), ...pair }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Group, kind, namespace and name; none of them can hold a line break in an object that the API server takes. */
function identityOf(manifest: Manifest, defaultNamespace: string): string {
  const metadata = asObject(manifest.json['metadata']);
  const name = asText(metadata['name']) || `${asText(metadata['generateName'])}*`;
  return [groupOf(manifest), kindOf(manifest), namespaceOf(manifest, defaultNamespace), name].join('\n');
}

/** The group as written, where the version is malformed too: such an object has an identity all the same. */
function groupOf({ json }: Manifest): string {
  const apiVersion = asText(json['apiVersion']);
  return apiVersion.slice(0, Math.max(apiVersion.lastIndexOf('/'), 0));
}

function namespaceOf(manifest: Manifest, defaultNamespace: string): string {
  if (clusterKinds.has(qualifiedKind(manifest))) return '';
  return asText(asObject(manifest.json['metadata'])['namespace']) || defaultNamespace;
}

function unusedId(identity: string, { before, after }: Sides, defaultNamespace: string, used: Set<string>): string {
  const manifest = after ?? before;
  if (manifest === undefined) return identity;
  const [kind, , name = ''] = objectId(manifest).split('/');
  const place = `${namespaceOf(manifest, defaultNamespace)}/${name || identity.split('\n').at(-1)}`;
  const short = `${kind}/${place}`;
  const id = used.has(short) ? `${kind}.${groupOf(manifest) || identity}/${place}` : short;
  used.add(id);
  return id;
}
