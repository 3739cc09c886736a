import { asObject, asText } from '../manifest';
import type { Manifest } from '../manifest';
import type { RuleEnvironment } from '../rule';

/**
 * Returns the namespace that an object goes to, empty where nothing tells.
 *
 * An object that names none goes to that of the environment. Where this is not known either, kubectl decides, and
 * unless told otherwise takes `default`: both then count as one.
 */
export function namespaceOf({ json }: Manifest, environment: RuleEnvironment): string {
  const written = asText(asObject(json['metadata'])['namespace']);
  if (environment.namespace === undefined) return written === 'default' ? '' : written;
  return written === '' ? environment.namespace : written;
}
