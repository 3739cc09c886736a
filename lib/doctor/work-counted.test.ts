import { CountedWork } from '../validation/testing/counted-work';
import { allQuestions } from './all-questions';
import { Cluster } from './cluster/cluster';
import { diagnose } from './judge/diagnose';
import { anExpectation } from './testing/a-cluster';
import { aNode, anUnpulled, aWorkload } from './testing/waiting-objects';

/** How much of a cluster of so many workloads the questions read; every second one cannot pull its image. */
function readsFor(workloads: number): number {
  const work = new CountedWork();
  const objects = Array.from({ length: workloads }, (_, index) => {
    const name = `web-${index}`;
    return index % 2 === 0 ? aWorkload({ name }) : anUnpulled('not found', { name });
  }).flat();
  const nodes = Array.from({ length: Math.ceil(workloads / 25) }, (_, index) => aNode(`vm-${index + 1}`));
  const cluster = new Cluster({
    objects: [...nodes, ...objects].map((json) => work.of({ json, file: '' })),
    logs: new Map(),
    unread: new Map(),
    unanswered: [],
    readAtMillis: Date.parse('2026-01-31T12:00:00Z'),
  });
  expect(diagnose(cluster, anExpectation([]), allQuestions).verdict).toBe('problems');
  return work.reads;
}

test('twice the workloads take the questions twice the work', () => {
  const [some, twice] = [readsFor(50), readsFor(100)];

  expect(twice / some).toBeGreaterThan(1.95);
  expect(twice / some).toBeLessThan(2.05);
});
