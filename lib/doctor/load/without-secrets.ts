import { asObject, kindOf } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';

/**
 * Returns an object as the questions may see it: of a Secret name, namespace, uid and times, type, and the keys with
 * empty values. Its labels stay; its annotations go, since kubectl keeps there what was applied, values and all.
 */
export function withoutSecrets(object: Manifest): Manifest {
  if (kindOf(object) !== 'Secret') return object;
  const { apiVersion, kind, type, metadata, data, stringData } = object.json;
  const { name, namespace, uid, creationTimestamp, labels, deletionTimestamp, ownerReferences } = asObject(metadata);
  const keys = [...Object.keys(asObject(data)), ...Object.keys(asObject(stringData))];
  return {
    ...object,
    json: {
      apiVersion,
      kind,
      metadata: present({ name, namespace, uid, creationTimestamp, labels, deletionTimestamp, ownerReferences }),
      ...present({ type }),
      data: Object.fromEntries([...new Set(keys)].sort().map((key) => [key, ''])),
    },
  };
}

function present(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
