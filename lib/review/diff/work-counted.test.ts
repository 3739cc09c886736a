import { connectedObjects, CountedWork } from '../../validation/testing/counted-work';
import type { JsonObject } from '../../validation/manifest';
import { setDiff } from './set-diff';

/** Returns an object with another text in each of its values that is called so. */
function withOther(json: JsonObject, from: string, to: string): JsonObject {
  return JSON.parse(JSON.stringify(json).replaceAll(from, to)) as JsonObject;
}

/** How much of two sets of so many workloads is read to compare them; every third workload differs. */
function readsFor(workloads: number): number {
  const work = new CountedWork();
  const sets = [0, 1].map((side) =>
    Array.from({ length: workloads }, (_, index) =>
      connectedObjects(index).map((json) =>
        work.of({
          json: side === 1 && index % 3 === 0 ? withOther(json, '1.26.3', '1.26.4') : json,
          file: `${index}.yaml`,
        }),
      ),
    ).flat(),
  );
  const [before = [], after = []] = sets;
  expect(setDiff({ before, after }).objects).toHaveLength(Math.ceil(workloads / 3));
  return work.reads;
}

test('twice the workloads take a comparison twice the work', () => {
  const [some, twice] = [readsFor(48), readsFor(96)];

  expect(twice / some).toBeGreaterThan(1.95);
  expect(twice / some).toBeLessThan(2.05);
});
