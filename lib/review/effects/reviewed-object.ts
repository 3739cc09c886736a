import { asObject } from '../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../validation/manifest';

/** An object of one set as it is judged. */
export interface ReviewedObject {
  readonly manifest: Manifest;
  /** The object with the defaults of the API server. */
  readonly json: JsonObject;
  /** Its spec with the defaults, empty where there is none. */
  readonly spec: JsonObject;
  /** Tells it from all others of its set. */
  readonly key: string;
  /** `Kind/namespace/name`. */
  readonly id: string;
  /** Its kind with the API group, as in `Deployment.apps`. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** An object of which both sides are there. */
export interface ReviewedChange {
  readonly id: string;
  readonly before: ReviewedObject;
  readonly after: ReviewedObject;
}

/** Returns the value at a dotted path, or undefined. */
export function valueAt(json: JsonObject, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, field) => asObject(value)[field], json);
}
