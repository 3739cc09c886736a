import { addToList } from '../../validation/add-to-list';
import type { Manifest } from '../../validation/manifest';
import type { OutsideSecretUse, SecretPurpose } from './secret-purpose';
import { secretReferences } from './secret-references';
import type { SecretReference } from './secret-references';

/** A Secret that the YAML refers to. */
export interface ListedSecret {
  readonly name: string;
  readonly namespace: string;
  /** @default not known: nobody said what it is for */
  readonly purpose?: SecretPurpose;
  /** Sorted; none where the YAML takes whatever there is and the environment says no keys. */
  readonly keys: readonly SecretKeyUse[];
  /** The objects that refer to it: `Deployment/anomaly-alert`. Sorted. */
  readonly usedBy: readonly string[];
  /** Whether random values make it: the accounts behind it get their passwords from it, and from nowhere else. */
  readonly canBeGenerated: boolean;
}

/** A key of a Secret. */
export interface SecretKeyUse {
  readonly key: string;
  /** The objects that ask for this key. Sorted; none where only the environment says that it is needed. */
  readonly usedBy: readonly string[];
}

/**
 * Returns every Secret that the YAML refers to, by namespace and name.
 *
 * @param outside what the environment says of them
 */
export function secretList(
  manifests: readonly Manifest[],
  outside: readonly OutsideSecretUse[],
): readonly ListedSecret[] {
  const groups = new Map<string, SecretReference[]>();
  for (const reference of secretReferences(manifests)) {
    const place = `${reference.namespace}/${reference.name}`;
    addToList(groups, place, reference);
  }
  const known = new Map(outside.map((secret) => [secret.name, secret]));
  return sortedUnique(groups.keys()).flatMap((place) => listed(groups.get(place) ?? [], known));
}

function listed(
  references: readonly SecretReference[],
  known: ReadonlyMap<string, OutsideSecretUse>,
): readonly ListedSecret[] {
  const [first] = references;
  if (first === undefined) return [];
  const outside = known.get(first.name);
  const users = new Map((outside?.keys ?? []).map((key) => [key, new Set<string>()]));
  for (const { keys, user } of references) {
    for (const key of keys) {
      const ofKey = users.get(key) ?? new Set();
      users.set(key, ofKey.add(user));
    }
  }
  return [
    {
      name: first.name,
      namespace: first.namespace,
      ...(outside === undefined ? {} : { purpose: outside.purpose }),
      keys: sortedUnique(users.keys()).map((key) => ({ key, usedBy: sortedUnique(users.get(key) ?? []) })),
      usedBy: sortedUnique(references.map(({ user }) => user)),
      canBeGenerated: outside?.purpose.kind === 'accounts' && users.size > 0,
    },
  ];
}

function sortedUnique(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}
