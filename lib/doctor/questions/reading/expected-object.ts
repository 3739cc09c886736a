import { kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { namespaceOf as expectedNamespaceOf } from '../../../validation/references/namespaces';
import type { Expected } from '../../cluster/expected';
import { nameOf, namespaceOf } from './named';

const INDEXES = new WeakMap<Expected, ReadonlyMap<string, Manifest>>();

/** Returns what was published of an object that is there, or undefined. */
export function tryExpected(object: Manifest, expected: Expected): Manifest | undefined {
  return indexOf(expected).get(`${kindOf(object)}/${namespaceOf(object)}/${nameOf(object)}`);
}

function indexOf(expected: Expected): ReadonlyMap<string, Manifest> {
  const known = INDEXES.get(expected);
  if (known !== undefined) return known;
  const { manifests, environment } = expected;
  const index = new Map(
    manifests.map((manifest) => {
      const namespace = expectedNamespaceOf(manifest, environment);
      return [`${kindOf(manifest)}/${namespace}/${nameOf(manifest)}`, manifest] as const;
    }),
  );
  INDEXES.set(expected, index);
  return index;
}
