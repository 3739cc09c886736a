import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';

/** Returns the node that a Pod was put on, empty where there is none yet. */
export function nodeOf(pod: Manifest): string {
  return asText(asObject(pod.json['spec'])['nodeName']);
}

/** Returns the phase of a Pod or claim: `Pending`, `Running`, `Bound`. */
export function phaseOf({ json }: Manifest): string {
  return asText(asObject(json['status'])['phase']);
}

/** Tells whether somebody has deleted an object that is still there. */
export function isTerminating({ json }: Manifest): boolean {
  const { deletionTimestamp } = asObject(json['metadata']);
  return deletionTimestamp !== undefined && deletionTimestamp !== null;
}

/** Tells whether a Pod has ended, so that it takes no room. */
export function hasEnded(pod: Manifest): boolean {
  return ['Succeeded', 'Failed'].includes(phaseOf(pod));
}

/** Returns a condition of an object's status, empty where it has none of this type. */
export function conditionOf({ json }: Manifest, type: string): JsonObject {
  const conditions = asList(asObject(json['status'])['conditions']).map(asObject);
  return conditions.find((condition) => condition['type'] === type) ?? {};
}

/** Returns when an object was made, in milliseconds since 1970; 0 where it does not say. */
export function createdMillis({ json }: Manifest): number {
  const made = Date.parse(asText(asObject(json['metadata'])['creationTimestamp']));
  return Number.isNaN(made) ? 0 : made;
}
