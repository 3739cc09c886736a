import { kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { namespaceOf as expectedNamespaceOf } from '../../../validation/references/namespaces';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { readKinds } from '../../cluster/read-kinds';
import { nameOf } from './named';

/** An object that was published, with the namespace in which it is to be. */
export interface ExpectedObject {
  readonly manifest: Manifest;
  readonly namespace: string;
}

/**
 * Returns the objects that should be there and that the cluster was asked for: those of a kind that was read, and of
 * the namespace that was read.
 */
export function comparableObjects(
  { reading }: Cluster,
  { manifests, environment }: Expected,
): readonly ExpectedObject[] {
  const read = new Set(readKinds.filter(({ plural }) => !reading.unread.has(plural)).map(({ kind }) => kind));
  return manifests.flatMap((manifest) => {
    if (!read.has(kindOf(manifest)) || nameOf(manifest) === '') return [];
    const namespace = expectedNamespaceOf(manifest, environment);
    const isElsewhere = reading.namespace !== undefined && reading.namespace !== namespace;
    return isElsewhere ? [] : [{ manifest, namespace }];
  });
}

/** Returns the objects that should be there and are not. */
export function missingObjects(cluster: Cluster, expected: Expected): readonly ExpectedObject[] {
  return comparableObjects(cluster, expected).filter(
    ({ manifest, namespace }) => cluster.tryFind(kindOf(manifest), namespace, nameOf(manifest)) === undefined,
  );
}
