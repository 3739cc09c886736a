import { asText, kindOf } from '../manifest';
import type { Manifest } from '../manifest';
import { oncePer } from '../once-per';
import { apiGroupOf } from '../pods/pods';

/**
 * Returns the kind of an object with its API group, as kubectl writes it: `Deployment.apps`, and `Service` in the
 * core group. Empty where the kind or the version is not one.
 */
export const qualifiedKind = oncePer((manifest: Manifest): string => {
  const kind = kindOf(manifest);
  const group = apiGroupOf(asText(manifest.json['apiVersion']));
  if (kind === '' || group === undefined) return '';
  return group === '' ? kind : `${kind}.${group}`;
});
