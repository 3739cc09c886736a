import { objectId } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';
import { anObject } from '../../validation/testing/reach-builders';
import type { ObjectEffect, ObjectPair } from '../diff/object-change';
import { effectsOf } from './effects-of';

/** What a test says of a change: the object on each side, and what else is there. */
interface TestedChange {
  readonly before?: Manifest;
  readonly after?: Manifest;
  /** Objects that stay as they are. @default none */
  readonly beside?: readonly Manifest[];
}

/** Returns what a change does, for a test. */
export function effectOf({ before, after, beside = [] }: TestedChange): ObjectEffect {
  const sides = [before, after].map((manifest) => (manifest === undefined ? [] : [manifest, ...beside]));
  const [former = [], next = []] = sides.map((side) => (side.length === 0 ? beside : side));
  const effect = effectsByObject(former, next).get(objectId(before ?? after ?? { json: {}, file: '' }));
  if (effect === undefined) throw new Error('the object is in neither set');
  return effect;
}

/** Returns what all changes from one set to another do, by object, for a test. */
export function effectsByObject(
  before: readonly Manifest[],
  after: readonly Manifest[],
): ReadonlyMap<string, ObjectEffect> {
  const pairs = new Map<string, ObjectPair>();
  for (const manifest of before) pairs.set(objectId(manifest), { id: objectId(manifest), before: manifest });
  for (const manifest of after) {
    const id = objectId(manifest);
    pairs.set(id, { ...pairs.get(id), id, after: manifest });
  }
  const effects = effectsOf([...pairs.values()], { before, after });
  return new Map([...effects].map(([{ id }, effect]) => [id, effect]));
}

/** Returns the notes of an effect in one language, as a test compares them. */
export function notesOf({ notes }: ObjectEffect, language: 'en' | 'zh' = 'en'): readonly string[] {
  return notes.map((note) => note[language]);
}

/** Returns a workload for a test that the API server takes: `web` with the label `app: web` and one container. */
export function aTakenWorkload(kind: string, spec: JsonObject = {}, container: JsonObject = {}): Manifest {
  const labels = { app: 'web' };
  return anObject('apps/v1', kind, 'web', {
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1', ...container }] } },
      ...spec,
    },
  });
}

/** Returns such a workload whose template has another spec or other metadata beside its containers. */
export function aTakenTemplate(podSpec: JsonObject, metadata: JsonObject = {}): JsonObject {
  const template = {
    metadata: { labels: { app: 'web' }, ...metadata },
    spec: { containers: [{ name: 'web', image: 'web:1' }], ...podSpec },
  };
  return { template };
}
