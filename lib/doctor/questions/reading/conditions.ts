import type { JsonObject, Manifest } from '../../../validation/manifest';
import { conditionOf } from './pod-state';

/** Returns the condition of this type if its status is the one asked for, or undefined. */
export function tryConditionOf(
  object: Manifest,
  type: string,
  status: 'True' | 'False' | 'Unknown',
): JsonObject | undefined {
  const condition = conditionOf(object, type);
  return condition['status'] === status ? condition : undefined;
}
