/** Any JSON value, as an API object is made of them. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Fields that a manifest may or may not have read as `undefined`. */
export interface JsonObject {
  readonly [field: string]: Json | undefined;
}

/**
 * One API object as plain JSON, with where it came from.
 *
 * Rules read these and nothing else, so that the same rule serves a synth, a folder of YAML, an old SVN revision
 * and a ten-line literal in a test. Nothing about the content is certain: any field may be missing or of a wrong type.
 */
export interface Manifest {
  /** The object itself: apiVersion, kind, metadata and the rest. */
  readonly json: JsonObject;

  /** The file that it stands in or will be written to, relative to the environment's folder; what "a single YAML" means. */
  readonly file: string;

  /**
   * Path of the construct that made it, such as `anomaly/mongo/deployment`.
   * @default none: it was read from YAML
   */
  readonly construct?: string;
}

/** Returns the kind of an object, or an empty string where there is none. */
export function kindOf({ json }: Manifest): string {
  return typeof json['kind'] === 'string' ? json['kind'] : '';
}

/** Returns `Kind/namespace/name`, the way findings and reports name an object; missing parts are empty. */
export function objectId(manifest: Manifest): string {
  const metadata = asObject(manifest.json['metadata']);
  return `${kindOf(manifest)}/${asText(metadata['namespace'])}/${asText(metadata['name'])}`;
}

/** Returns the value if it is a JSON object, otherwise an empty one: rules never throw for odd input. */
export function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Returns the value if it is a list, otherwise an empty one. */
export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** Returns the value if it is a string, otherwise an empty one. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Returns a field of an object, not what every object has: a label may be called `constructor`. */
export function tryOwnValue(object: JsonObject, name: string): Json | undefined {
  const value = object[name];
  return value === undefined || Object.hasOwn(object, name) ? value : undefined;
}

/** Tells whether a value is an object, neither null nor a list. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
