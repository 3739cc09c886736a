import { asObject } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { isSame } from '../same-value';
import { withDefaults } from './with-defaults';

/**
 * Tells whether the API server of Kubernetes 1.27 would keep the same of two versions of an object: one may write out
 * the defaults that the other leaves to it.
 */
export function meansTheSame(before: Manifest, after: Manifest): boolean {
  return isSame(kept(before), kept(after));
}

/** Without what the server reports, and without the namespace, which one of the two may have left to the environment. */
function kept({ json }: Manifest): JsonObject {
  const { status: _status, ...written } = json;
  const { namespace: _namespace, ...metadata } = asObject(json['metadata']);
  return withDefaults({ ...written, metadata });
}
