import type { JsonObject } from '../../../validation/manifest';

/** Returns an object of one type with what the API server writes into it where it says nothing; no field in it is null. */
export type TypeDefaults = (json: JsonObject) => JsonObject;
