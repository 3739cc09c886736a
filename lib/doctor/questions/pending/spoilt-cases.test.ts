import * as fc from 'fast-check';
import type { Json, JsonObject } from '../../../validation/manifest';
import { allQuestions } from '../../all-questions';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { caseNames, readCase } from '../../testing/case-folder';

const questions = allQuestions.filter(({ room }) => room === 'pending' || room === 'waiting');
const JUNK: readonly Json[] = [null, 7, 'x', '', [], {}, true, ['x', null], [{}], { name: 7 }];

test('a cluster that was saved and spoilt in any place makes no question fail', async () => {
  const cases = await Promise.all(caseNames().map(readCase));
  const saved = cases.map(({ cluster }) => cluster.reading.objects.map(({ json }) => json));

  fc.assert(
    fc.property(
      fc.nat(saved.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...JUNK)), { minLength: 1, maxLength: 8 }),
      (number, spoilings) => {
        const objects: JsonObject[] = structuredClone([...(saved[number] ?? [])]);
        for (const [place, junk] of spoilings) spoil(objects, place, junk);
        const cluster = aCluster(objects.filter((object) => typeof object === 'object' && object !== null));

        for (const { ask } of questions) expect(() => ask(cluster, NOTHING_EXPECTED)).not.toThrow();
      },
    ),
    { numRuns: 150 },
  );
});

/** Puts junk into the place of that number, counted through all fields and items of a value. */
function spoil(value: unknown, place: number, junk: Json): void {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, child] of Object.entries(next)) {
      places.push([next as Record<string, unknown>, key]);
      open.push(child);
    }
  }
  // A copy, since the next spoiling may spoil the junk itself.
  const chosen = places[place % Math.max(places.length, 1)];
  if (chosen !== undefined) chosen[0][chosen[1]] = structuredClone(junk);
}
