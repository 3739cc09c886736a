import * as fc from 'fast-check';
import { asObject } from '../manifest';
import type { Json, Manifest } from '../manifest';

const MOST_PLACES = 60;

/**
 * Returns sets of objects for a test that a rule takes anything: samples in which some value is any other JSON, and
 * objects that are nothing but JSON.
 */
export function oddManifests(...samples: readonly Manifest[]): fc.Arbitrary<readonly Manifest[]> {
  const json = fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json);
  const spoiled = fc
    .tuple(fc.constantFrom(...samples), fc.nat(MOST_PLACES), json)
    .map(([sample, place, value]) => ({ ...sample, json: asObject(spoilt(sample.json, { left: place }, value)) }));
  const anything = fc.dictionary(fc.constantFrom('apiVersion', 'kind', 'metadata', 'spec', 'data'), json);
  return fc.array(
    fc.oneof(
      spoiled,
      anything.map((object): Manifest => ({ json: object, file: 'any.yaml' })),
    ),
    {
      maxLength: 5,
    },
  );
}

/** Returns a copy in which the value that `countdown` places into it is another one. */
function spoilt(value: Json, countdown: { left: number }, other: Json): Json {
  countdown.left -= 1;
  if (countdown.left < 0) {
    countdown.left = Infinity;
    return other;
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => spoilt(item, countdown, other));
  const fields = Object.entries(asObject(value));
  return Object.fromEntries(fields.map(([name, field]) => [name, spoilt(field ?? null, countdown, other)] as const));
}
