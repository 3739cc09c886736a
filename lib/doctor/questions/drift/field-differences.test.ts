import * as fc from 'fast-check';
import type { Json, JsonObject } from '../../../validation/manifest';
import { aDeployment, aRunningContainer } from '../../testing/cluster-workloads';
import { fieldDifferences } from './field-differences';

test('defaults of the API server are no difference', () => {
  const published = aDeployment({ containers: [{ name: 'web', image: 'web:1' }] });
  const live = aDeployment({
    containers: [{ name: 'web', image: 'web:1', terminationMessagePath: '/dev/termination-log', resources: {} }],
    podSpec: { dnsPolicy: 'ClusterFirst', securityContext: {} },
    spec: { revisionHistoryLimit: 10 },
  });

  expect(differences(published, live)).toEqual([]);
});

test.each<readonly [field: string, published: JsonObject, live: JsonObject]>([
  ['resources.limits.cpu', { resources: { limits: { cpu: '1' } } }, { resources: { limits: { cpu: '2' } } }],
  ['resources.limits.memory', { resources: { limits: {} } }, { resources: { limits: { memory: '1Gi' } } }],
  ['env[TZ].value', { env: [{ name: 'TZ', value: 'UTC' }] }, { env: [{ name: 'TZ', value: 'GMT' }] }],
  ['env[EXTRA]', { env: [] }, { env: [{ name: 'EXTRA', value: '1' }] }],
  ['args[1]', { args: ['a', 'b'] }, { args: ['a', 'c'] }],
  ['args', { args: ['a'] }, { args: ['a', 'b'] }],
  ['command', {}, { command: ['sh'] }],
  ['livenessProbe', { livenessProbe: { exec: {} } }, {}],
  [
    'volumeMounts[/data].name',
    { volumeMounts: [{ name: 'a', mountPath: '/data' }] },
    { volumeMounts: [{ name: 'b', mountPath: '/data' }] },
  ],
  [
    'ports[80/UDP]',
    { ports: [{ containerPort: 80 }] },
    { ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }] },
  ],
])('a change of %s is found', (field, published, live) => {
  const [one, other] = [
    aDeployment({ containers: [{ name: 'web', ...published }] }),
    aDeployment({ containers: [{ name: 'web', ...live }] }),
  ];

  expect(differences(one, other)).toEqual([`spec.template.spec.containers[web].${field}`]);
});

test.each<readonly [what: string, published: JsonObject, live: JsonObject]>([
  [
    'one amount written in two ways',
    { resources: { limits: { cpu: '1', memory: '1Gi' } } },
    { resources: { limits: { cpu: '1000m', memory: '1024Mi' } } },
  ],
  ['what is false and what is missing', { tty: false }, {}],
  ['an empty text and a missing one', { env: [{ name: 'A', value: '' }] }, { env: [{ name: 'A' }] }],
  [
    'a port with the default protocol',
    { ports: [{ containerPort: 80 }] },
    { ports: [{ containerPort: 80, protocol: 'TCP' }] },
  ],
  ['items in another order', { env: [{ name: 'A' }, { name: 'B' }] }, { env: [{ name: 'B' }, { name: 'A' }] }],
])('%s are the same', (_, published, live) => {
  const [one, other] = [
    aDeployment({ containers: [{ name: 'web', ...published }] }),
    aDeployment({ containers: [{ name: 'web', ...live }] }),
  ];

  expect(differences(one, other)).toEqual([]);
});

test('of labels and annotations only those that were published are compared', () => {
  const published = aDeployment({ metadata: { labels: { a: '1' }, annotations: { b: '2' } } });
  const live = aDeployment({ metadata: { labels: { a: '9', c: '3' }, annotations: { d: '4' } } });

  expect(differences(published, live)).toEqual(['metadata.labels.a', 'metadata.annotations.b']);
});

test('a restart by kubectl is no difference', () => {
  const published = aDeployment();
  const template = {
    metadata: {
      labels: { 'app.kubernetes.io/name': 'web' },
      annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' },
    },
    spec: { containers: [aRunningContainer('web')] },
  };

  expect(differences(published, aDeployment({ spec: { template } }))).toEqual([]);
});

test('a key that was added to a ConfigMap is found', () => {
  const [published, live] = [
    { kind: 'ConfigMap', data: { a: '1' } },
    { kind: 'ConfigMap', data: { a: '1', b: '2' } },
  ];

  expect(differences(published, live)).toEqual(['data.b']);
});

test('an object does not differ from itself, and any two are compared without an error', () => {
  const json = fc.jsonValue({ maxDepth: 5 }).map((value) => ({ spec: value as Json }));
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(differences(one, one)).toEqual([]);
      expect(differences(one, other).every((field) => field.startsWith('spec'))).toBe(true);
    }),
  );
});

function differences(published: JsonObject, live: JsonObject): readonly string[] {
  return fieldDifferences({ json: published, file: '' }, { json: live, file: '' }).map(({ field }) => field);
}
