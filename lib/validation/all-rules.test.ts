import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { acknowledgementInUse } from './acknowledgements';
import { allRules } from './all-rules';
import { aCloud } from './testing/manifest-builders';

const RULES = join(__dirname, 'rules');

/** The longest name of an annotation in Kubernetes; an acknowledgement carries the rule's id in it. */
const MAX_ANNOTATION_NAME = 63;

const ids = allRules.map(({ id }) => id);

test('the table lists every rule there is, by id', () => {
  const files = readdirSync(RULES).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

  expect(ids).toEqual([...new Set(ids)]);
  expect(ids.map((id) => `${id}.ts`).sort()).toEqual(files.sort());
});

test.each(ids)('%s has a test beside it', (id) => {
  expect(existsSync(join(RULES, `${id}.test.ts`))).toBe(true);
});

test.each([...allRules, acknowledgementInUse])(
  '$id can be told to a person and acknowledged',
  ({ id, summary, remedy }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(`acknowledge.${id}`.length).toBeLessThanOrEqual(MAX_ANNOTATION_NAME);
    expect(summary).toMatch(/^[A-Z].*[^.]\.$/);
    expect(remedy).toMatch(/^[A-Z].*[^.]\.$/);
  },
);

const quantity = fc.oneof(fc.constantFrom('1', '9', '99Gi', '1Ei', '-1', '', null), fc.jsonValue({ maxDepth: 1 }));
const resources = fc.record({ cpu: quantity, memory: quantity }, { requiredKeys: [] });
const container = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.record({ name: fc.constantFrom('a', '', 5), resources: fc.record({ requests: resources, limits: resources }) }),
);
const containers = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.array(container, { maxLength: 3 }));
const podSpec = fc.record({ containers, initContainers: containers, overhead: resources }, { requiredKeys: [] });
const object = fc.record(
  {
    apiVersion: fc.constantFrom('v1', 'apps/v1', 'batch/v1', 'autoscaling/v2', 7),
    kind: fc.constantFrom(
      'Pod',
      'Deployment',
      'DaemonSet',
      'Job',
      'CronJob',
      'HorizontalPodAutoscaler',
      'Service',
      null,
    ),
    metadata: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({ name: 'a', namespace: 'b' })),
    spec: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      podSpec,
      fc.record({
        replicas: fc.oneof(fc.nat(), fc.jsonValue({ maxDepth: 1 })),
        template: fc.record({ spec: podSpec }),
      }),
    ),
  },
  { requiredKeys: [] },
);

test.each(allRules)('$id never throws, whatever the objects are', ({ check }) => {
  const file = fc.constantFrom('a.yaml', 'b.yaml', '');
  const environment = fc.constantFrom({}, { cloud: aCloud(), namespace: 'b' }, { cloud: aCloud({ vms: 0 }) });
  fc.assert(
    fc.property(fc.array(fc.record({ json: object, file }), { maxLength: 8 }), environment, (manifests, place) => {
      for (const { field, message } of check(manifests, place)) {
        expect(`${field} ${message}`).not.toMatch(/undefined|NaN|Infinity|\[object/);
      }
    }),
  );
});
