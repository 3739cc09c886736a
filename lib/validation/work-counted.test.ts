import type { RuleEnvironment } from './rule';
import { objectValid } from './rules/object-valid';
import { quantityValid } from './rules/quantity-valid';
import { runRules } from './run-rules';
import { connectedObjects, CountedWork } from './testing/counted-work';
import { aCloud } from './testing/manifest-builders';

/** All that a rule may need, so that each is asked. */
const environment: RuleEnvironment = {
  name: 'prod',
  production: true,
  namespace: 'shop',
  cloud: aCloud(),
  registry: { host: 'dtr.bank.example', organisation: 'znyw', pullSecret: 'dtr' },
  outside: [{ kind: 'Secret', name: 'dtr' }],
};

/** How much of the objects of so many workloads the rules read. */
function readsFor(workloads: number): number {
  const work = new CountedWork();
  const manifests = Array.from({ length: workloads }, (_, index) => connectedObjects(index))
    .flat()
    .map((json, index) => work.of({ json, file: `${Math.floor(index / 4)}.yaml` }));
  expect(runRules(manifests, environment).notRun).toEqual([]);
  return work.reads;
}

test('twice the workloads take the rules twice the work', () => {
  const [some, twice] = [readsFor(50), readsFor(100)];

  expect(twice / some).toBeGreaterThan(1.95);
  expect(twice / some).toBeLessThan(2.05);
});

test('the fields of an object are walked once by the schema, however many rules ask', () => {
  const work = new CountedWork();
  const [json = {}] = connectedObjects(1);
  const manifests = [work.of({ json, file: 'a.yaml' })];

  objectValid.check(manifests, environment);
  quantityValid.check(manifests, environment);
  objectValid.check(manifests, environment);

  expect(work.listings).toBe(1);
});
