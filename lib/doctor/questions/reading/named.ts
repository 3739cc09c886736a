import { asObject, asText, kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';

/** Returns the name of an object, empty where it has none. */
export function nameOf({ json }: Manifest): string {
  return asText(asObject(json['metadata'])['name']);
}

/** Returns the namespace of an object, empty where it belongs to none. */
export function namespaceOf({ json }: Manifest): string {
  return asText(asObject(json['metadata'])['namespace']);
}

/** Returns `Kind/name`, as evidence names an object. */
export function shortId(object: Manifest): string {
  return `${kindOf(object)}/${nameOf(object)}`;
}
