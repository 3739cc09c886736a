import * as fc from 'fast-check';
import type { Json, JsonObject, Manifest } from '../../validation/manifest';
import { oddManifests } from '../../validation/testing/odd-manifests';
import { fieldChanges } from './field-changes';
import { objectPairs } from './object-pairs';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'x.y/z', 'e]');
const text = fc.constantFrom('', '1', 'x', 'one\ntwo', '$(A)');
const quantity = fc.constantFrom<Json>('1', 1, '1000m', '500m', '0.5', '1Gi', '1024Mi', '64Mi');
const container = fc.record(
  {
    name,
    image: text,
    args: fc.array(text, { maxLength: 6 }),
    env: fc.array(fc.record({ name, value: text }, { requiredKeys: ['name'] }), { maxLength: 6 }),
    ports: fc.array(
      fc.record(
        { containerPort: fc.nat(3), protocol: fc.constantFrom('TCP', 'UDP') },
        { requiredKeys: ['containerPort'] },
      ),
      { maxLength: 4 },
    ),
    resources: fc.record({ limits: fc.dictionary(fc.constantFrom('cpu', 'memory'), quantity) }, { requiredKeys: [] }),
    securityContext: fc.record({ capabilities: fc.record({ drop: fc.subarray(['ALL', 'A', 'B']) }) }),
  },
  { requiredKeys: [] },
);
const peers = fc.array(fc.record({ podSelector: fc.record({ matchLabels: fc.dictionary(name, text) }) }), {
  maxLength: 4,
});
const object = fc.record({
  kind: fc.constantFrom(['apps/v1', 'Deployment'], ['networking.k8s.io/v1', 'NetworkPolicy'], ['x/v1', 'Thing']),
  labels: fc.dictionary(name, text),
  containers: fc.array(container, { maxLength: 4 }),
  ingress: fc.array(fc.record({ from: peers, ports: fc.array(fc.record({ port: fc.nat(4) }), { maxLength: 3 }) }), {
    maxLength: 4,
  }),
  anything: fc.jsonValue({ maxDepth: 3 }),
});

interface Parts {
  readonly kind: readonly string[];
  readonly labels: JsonObject;
  readonly containers: readonly unknown[];
  readonly ingress: readonly unknown[];
  readonly anything: unknown;
}

function manifestOf(parts: Parts): Manifest {
  const [apiVersion, kind] = parts.kind;
  const { labels, containers, ingress, anything } = parts;
  const json = {
    apiVersion,
    kind,
    metadata: { name: 'a', labels },
    spec: { replicas: 1, ingress, template: { metadata: { labels }, spec: { containers } }, anything },
  };
  return { json: json as JsonObject, file: 'a.yaml' };
}

const manifest = fc.oneof(
  object.map(manifestOf),
  oddManifests(manifestOf(aSample())).map(([first]) => first ?? manifestOf(aSample())),
);

function aSample() {
  return {
    kind: ['apps/v1', 'Deployment'],
    labels: { a: '1' },
    containers: [
      { name: 'a', env: [{ name: 'a', value: '1' }], args: ['x', '1'], resources: { limits: { cpu: '1' } } },
    ],
    ingress: [{ from: [{ podSelector: { matchLabels: { a: '1' } } }], ports: [{ port: 1 }] }],
    anything: null,
  };
}

/** The same object written differently: fields in another order, other spellings of amounts, null for what is not there. */
function respelled(value: Json | undefined, hasAmounts: boolean, key = ''): Json | undefined {
  if (Array.isArray(value)) return (value as Json[]).map((item) => respelled(item, hasAmounts) ?? null);
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).toReversed();
    return Object.fromEntries(fields.map(([field, inside]) => [field, respelled(inside, hasAmounts, field)]));
  }
  if (!hasAmounts) return value;
  if (key === 'cpu' && value === '1000m') return 1;
  if (key === 'cpu' && value === '0.5') return '500m';
  return key === 'memory' && value === '1Gi' ? '1024Mi' : value;
}

/** Of another kind nothing tells that a text is an amount. */
function isDeployment({ json }: Manifest): boolean {
  return json['apiVersion'] === 'apps/v1' && json['kind'] === 'Deployment';
}

function changesOf(before: Manifest, after: Manifest) {
  return fieldChanges({ id: 'a', before, after });
}

test('an object does not differ from itself, nor from itself written differently', () => {
  fc.assert(
    fc.property(manifest, (one) => {
      const other = { ...one, json: { nothing: null, ...(respelled(one.json, isDeployment(one)) as JsonObject) } };

      expect(changesOf(one, one)).toEqual([]);
      expect(changesOf(one, other)).toEqual([]);
    }),
    { numRuns: 75 },
  );
});

test('no two changes have one path, and each has a value that differs', () => {
  fc.assert(
    fc.property(manifest, manifest, (before, after) => {
      const changes = changesOf(before, after);
      const paths = changes.map(({ path }) => path);

      expect(paths).toEqual([...new Set(paths)].sort());
      for (const change of changes) {
        // Null as an item is one, and not nothing.
        expect([change.before, 'before' in change]).not.toEqual([change.after, 'after' in change]);
      }
    }),
    { numRuns: 100 },
  );
});

test('the way back is the same changes turned around', () => {
  const withoutLines = (manifests: readonly [Manifest, Manifest], isTurned: boolean) =>
    changesOf(...manifests).map(({ path, before, after }) => [path, ...(isTurned ? [after, before] : [before, after])]);
  fc.assert(
    fc.property(manifest, manifest, (before, after) => {
      expect(withoutLines([after, before], true)).toEqual(withoutLines([before, after], false));
    }),
    { numRuns: 100 },
  );
});

test('objects that differ have a change', () => {
  fc.assert(
    fc.property(manifest, text, (before, image) => {
      const spec = { ...(before.json['spec'] as JsonObject), other: `${image}!` };

      expect(changesOf(before, { ...before, json: { ...before.json, spec } }).length).toBeGreaterThan(0);
    }),
  );
});

test('a large set, a large file and a long list are compared in time', () => {
  const start = performance.now();
  const many = (image: string): Manifest[] =>
    Array.from({ length: 2000 }, (_, index) => {
      const parts = { ...aSample(), containers: [{ name: 'a', image, env: [{ name: 'P', value: String(index) }] }] };
      const { json } = manifestOf(parts);
      return { json: { ...json, metadata: { name: `n${index}` } }, file: 'a.yaml' };
    });
  expect(objectPairs(many('x'), many('y')).flatMap((pair) => fieldChanges(pair))).toHaveLength(2000);
  const objects = performance.now();

  const list = (count: number, value: string) => ({
    ...aSample(),
    containers: [{ name: 'a', env: Array.from({ length: count }, (_, index) => ({ name: `N${index}`, value })) }],
  });
  expect(changesOf(manifestOf(list(5000, 'x')), manifestOf(list(5000, 'y')))).toHaveLength(5000);
  const variables = performance.now();

  const file = (line: string): Manifest => ({
    json: { apiVersion: 'v1', kind: 'ConfigMap', data: { f: `${line}\nkey = value of the user\n`.repeat(20_000) } },
    file: 'a.yaml',
  });
  expect(changesOf(file('one line of a file'), file('another line of a file'))).toHaveLength(1);
  const end = performance.now();

  // Times several that are seen, since other programs may run beside.
  expect([objects - start, variables - objects, end - variables].map((time) => time < 10_000)).toEqual([
    true,
    true,
    true,
  ]);
});

test('an object that is nested deeply is compared', () => {
  const deep = (leaf: Json, wrap: (value: Json) => Json): Manifest => {
    let value = leaf;
    for (let depth = 0; depth < 6_000; depth += 1) value = wrap(value);
    return { json: { kind: 'Thing', spec: value }, file: 'a.yaml' };
  };

  for (const wrap of [
    (value: Json) => ({ a: value }),
    (value: Json) => [value],
    (value: Json) => [{ name: 'n', value }],
  ]) {
    expect(changesOf(deep(1, wrap), deep(2, wrap))).toHaveLength(1);
    expect(changesOf(deep(1, wrap), deep(1, wrap))).toEqual([]);
  }
});
