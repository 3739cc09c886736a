import type { Json, JsonObject } from '../../validation/manifest';
import { aContainer, aWorkload } from '../../validation/testing/manifest-builders';
import { anObject } from '../../validation/testing/object-builders';
import type { FieldChange } from '../diff/object-change';
import { fieldChanges } from './field-changes';

type Written = readonly [path: string, before: Json | undefined, after: Json | undefined];

function changesOf(before: JsonObject, after: JsonObject): readonly FieldChange[] {
  const [former, later] = [before, after].map((json) => ({ json, file: 'any.yaml' }));
  return fieldChanges({ id: 'Any//any', before: former, after: later });
}

function written(before: JsonObject, after: JsonObject): readonly Written[] {
  return changesOf(before, after).map((change) => [change.path, change.before, change.after]);
}

/** What differs between two containers of a Deployment, without the way to them. */
function inContainer(before: JsonObject, after: JsonObject): readonly Written[] {
  const [former, later] = [before, after].map((parts) => aWorkload({ podSpec: { containers: [aContainer(parts)] } }));
  return written(former?.json ?? {}, later?.json ?? {}).map(([path, ...values]) => [
    path.replace(/^spec\.template\.spec\.containers\[[\w-]+\]\./, ''),
    ...values,
  ]);
}

function inSpec(apiVersion: string, kind: string, before: JsonObject, after: JsonObject): readonly Written[] {
  return written(anObject(apiVersion, kind, before).json, anObject(apiVersion, kind, after).json);
}

test('an object that is new or removed has no fields that differ', () => {
  const manifest = aWorkload();

  expect(fieldChanges({ id: 'Deployment//web', after: manifest })).toEqual([]);
  expect(fieldChanges({ id: 'Deployment//web', before: manifest })).toEqual([]);
});

test('a variable is found by its name, wherever it stands', () => {
  const before = {
    env: [
      { name: 'A', value: '1' },
      { name: 'MONGO_HOST', value: 'mongo' },
    ],
  };
  const after = {
    env: [
      { name: 'A', value: '1' },
      { name: 'NEW', value: 'x' },
      { name: 'MONGO_HOST', value: 'db' },
    ],
  };

  expect(inContainer(before, after)).toEqual([
    ['env[MONGO_HOST].value', 'mongo', 'db'],
    ['env[NEW]', undefined, { name: 'NEW', value: 'x' }],
  ]);
});

test('quantities are compared by amount', () => {
  const before = { resources: { requests: { cpu: '1000m', memory: '1Gi' }, limits: { cpu: 2 } } };
  const after = { resources: { requests: { cpu: 1, memory: '1024Mi' }, limits: { cpu: '2500m' } } };

  expect(inContainer(before, after)).toEqual([['resources.limits.cpu', 2, '2500m']]);
});

test('a port by number and a port by name are not the same, though both look like 80', () => {
  expect(
    inSpec('v1', 'Service', { ports: [{ port: 1, targetPort: 80 }] }, { ports: [{ port: 1, targetPort: '80' }] }),
  ).toEqual([['spec.ports[1].targetPort', 80, '80']]);
});

test('a protocol is part of what tells ports apart, and TCP where none is written', () => {
  const before = { ports: [{ port: 53 }, { port: 53, protocol: 'UDP' }] };
  const after = {
    ports: [
      { port: 53, protocol: 'UDP', targetPort: 5353 },
      { port: 53, protocol: 'TCP' },
    ],
  };

  expect(inSpec('v1', 'Service', before, after)).toEqual([['spec.ports[53/UDP].targetPort', undefined, 5353]]);
});

test.each<[string, JsonObject, JsonObject]>([
  ['null', { env: null, args: null }, {}],
  ['a list without items', { env: [], args: [], command: [] }, {}],
  ['resources without amounts', { resources: {} }, { resources: { limits: {}, requests: null } }],
  ['a variable without a value', { env: [{ name: 'A' }] }, { env: [{ name: 'A', value: '' }] }],
])('%s is as good as nothing', (_, before, after) => {
  expect(inContainer(before, after)).toEqual([]);
});

test('an object without fields says something where the API server takes it for a choice', () => {
  expect(
    inSpec('networking.k8s.io/v1', 'NetworkPolicy', { ingress: [{}] }, { ingress: [] }).map(([path]) => path),
  ).toEqual(['spec.ingress']);
  expect(inContainer({ securityContext: {} }, {})).toEqual([['securityContext', {}, undefined]]);
});

test('null as the value of a key is the empty value, and the key is there', () => {
  const data = (values: JsonObject) => ({ apiVersion: 'v1', kind: 'ConfigMap', data: values });

  expect(written(data({ a: null }), data({ a: '' }))).toEqual([]);
  expect(written(data({ a: null }), data({}))).toEqual([['data[a]', null, undefined]]);
});

test('another order of variables in a Pod template is one change, since Pods are replaced for it', () => {
  const [a, b, c] = ['A', 'B', 'C'].map((name) => ({ name, value: name }));

  expect(inContainer({ env: [a, b, c] as Json }, { env: [c, a, b] as Json })).toEqual([
    ['env (order)', ['A', 'B', 'C'], ['C', 'A', 'B']],
  ]);
});

test('a variable that moved and changed is two changes', () => {
  const before = {
    env: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
  };
  const after = {
    env: [
      { name: 'B', value: '3' },
      { name: 'A', value: '1' },
    ],
  };

  expect(inContainer(before, after)).toEqual([
    ['env (order)', ['A', 'B'], ['B', 'A']],
    ['env[B].value', '2', '3'],
  ]);
});

test('another order is no change where it means nothing', () => {
  const ports = [{ port: 80 }, { port: 443 }];
  const rules = [{ apiGroups: [''], resources: ['pods', 'services'], verbs: ['get', 'list'] }, { verbs: ['*'] }];
  const turned = [{ verbs: ['*'] }, { apiGroups: [''], resources: ['services', 'pods'], verbs: ['list', 'get'] }];

  expect(inSpec('v1', 'Service', { ports }, { ports: ports.toReversed() })).toEqual([]);
  expect(
    written(
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', rules },
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', rules: turned },
    ),
  ).toEqual([]);
});

test('another order of access modes of a claim is a change, since the API server refuses it', () => {
  const [one, other] = ['ReadWriteOnce', 'ReadOnlyMany'];

  expect(inSpec('v1', 'PersistentVolumeClaim', { accessModes: [one, other] }, { accessModes: [other, one] })).toEqual([
    ['spec.accessModes (order)', [one, other], [other, one]],
  ]);
});

test('items of a set are named by what they are', () => {
  const before = { securityContext: { capabilities: { drop: ['ALL'] } } };
  const after = { securityContext: { capabilities: { drop: ['NET_RAW', 'ALL'] } } };

  expect(inContainer(before, after)).toEqual([['securityContext.capabilities.drop[NET_RAW]', undefined, 'NET_RAW']]);
});

test('an argument that is inserted does not change those after it', () => {
  expect(inContainer({ args: ['a', 'b', 'c'] }, { args: ['a', 'new', 'b', 'c'] })).toEqual([
    ['args[1]', undefined, 'new'],
  ]);
  expect(inContainer({ args: ['a', 'b', 'c'] }, { args: ['a', 'x', 'c'] })).toEqual([['args[1]', 'b', 'x']]);
  expect(inContainer({ args: ['a', 'b'] }, { args: ['b', 'a'] })).toEqual([['args (order)', ['a', 'b'], ['b', 'a']]]);
});

test('a rule of a policy that differs is compared field by field, though others have moved', () => {
  const web = { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 80 }] };
  const job = { from: [{ podSelector: { matchLabels: { app: 'job' } } }], ports: [{ port: 80 }] };

  expect(
    inSpec(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      { ingress: [web, job] },
      { ingress: [{ ...job, ports: [{ port: 81 }] }, web] },
    ),
  ).toEqual([['spec.ingress[0].ports[0].port', 80, 81]]);
});

test('what the server writes for itself is left out', () => {
  const bare = aWorkload({ podSpec: { containers: [aContainer()] } }).json;
  const saved: JsonObject = {
    ...bare,
    status: { replicas: 1 },
    metadata: {
      ...(bare['metadata'] as JsonObject),
      uid: 'u',
      resourceVersion: '1',
      generation: 4,
      creationTimestamp: '2026-01-01T00:00:00Z',
      managedFields: [{}],
      selfLink: '/x',
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
    },
  };

  expect(written(bare, saved)).toEqual([]);
});

test('the namespace of an object is what it is found by, that of a template is a field', () => {
  const inNamespace = (namespace: string) =>
    written(
      { ...anObject('v1', 'ConfigMap', {}).json, metadata: { name: 'a' } },
      { ...anObject('v1', 'ConfigMap', {}).json, metadata: { name: 'a', namespace } },
    );
  const template = (metadata: JsonObject) => ({ template: { metadata: { labels: { app: 'a' }, ...metadata } } });

  expect(inNamespace('ops')).toEqual([]);
  expect(inSpec('apps/v1', 'Deployment', template({}), template({ namespace: 'ops' }))).toEqual([
    ['spec.template.metadata.namespace', undefined, 'ops'],
  ]);
});

test('another version of the same object is a change of its version', () => {
  const spec = {
    replicas: 1,
    template: { spec: { containers: [{ name: 'a', resources: { limits: { cpu: '1' } } }] } },
  };
  const later = {
    ...spec,
    template: { spec: { containers: [{ name: 'a', resources: { limits: { cpu: '1000m' } } }] } },
  };

  expect(
    written(anObject('apps/v1beta1', 'Deployment', spec).json, anObject('apps/v1', 'Deployment', later).json),
  ).toEqual([['apiVersion', 'apps/v1beta1', 'apps/v1']]);
});

test('a key that is no plain name stands in brackets, so that no two places have one path', () => {
  const annotated = (annotations: JsonObject) => ({ kind: 'Any', metadata: { annotations } });

  expect(written(annotated({ 'a.b/c': '1', 'x]y\\': '1' }), annotated({ 'a.b/c': '2', 'x]y\\': '2' }))).toEqual([
    ['metadata.annotations[a.b/c]', '1', '2'],
    ['metadata.annotations[x\\]y\\\\]', '1', '2'],
  ]);
});

test('of a custom resource, lists of things with names are compared by name', () => {
  const before = {
    items: [
      { name: 'a', size: 1 },
      { name: 'b', size: 1 },
    ],
  };
  const after = {
    items: [
      { name: 'b', size: 2 },
      { name: 'a', size: 1 },
    ],
  };

  expect(inSpec('example.com/v1', 'Thing', before, after)).toEqual([
    ['spec.items (order)', ['a', 'b'], ['b', 'a']],
    ['spec.items[b].size', 1, 2],
  ]);
});

test('a file in a ConfigMap is compared line by line, with three lines around', () => {
  const file = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const text = (lines: readonly string[]) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { 'app.conf': lines.join('\n') },
  });
  const [change, ...more] = changesOf(text(file), text(file.with(5, 'other').toSpliced(16, 1)));

  expect(more).toEqual([]);
  expect(change?.path).toBe('data[app.conf]');
  expect(change?.lines).toEqual([
    { sign: ' ', text: 'line 2' },
    { sign: ' ', text: 'line 3' },
    { sign: ' ', text: 'line 4' },
    { sign: '-', text: 'line 5' },
    { sign: '+', text: 'other' },
    { sign: ' ', text: 'line 6' },
    { sign: ' ', text: 'line 7' },
    { sign: ' ', text: 'line 8' },
    { sign: ' ', text: 'line 13', afterGap: true },
    { sign: ' ', text: 'line 14' },
    { sign: ' ', text: 'line 15' },
    { sign: '-', text: 'line 16' },
    { sign: ' ', text: 'line 17' },
    { sign: ' ', text: 'line 18' },
    { sign: ' ', text: 'line 19' },
  ]);
});

test('a password that differs in a file is seen to differ, and not seen', () => {
  const text = (password: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { 'app.conf': `user = x\npassword = ${password}\n` },
  });

  expect(changesOf(text('one'), text('two'))).toEqual([
    {
      path: 'data[app.conf]',
      before: 'user = x\npassword = (hidden)\n',
      after: 'user = x\npassword = (hidden)\n',
      lines: [
        { sign: ' ', text: 'user = x' },
        { sign: '-', text: 'password = (hidden)' },
        { sign: '+', text: 'password = (hidden)' },
        { sign: ' ', text: '' },
      ],
    },
  ]);
});

test('values of a Secret are hidden, and those that differ are named', () => {
  const secret = (data: JsonObject) => ({ apiVersion: 'v1', kind: 'Secret', data });

  expect(written(secret({ a: 'b25l', b: 'dHdv' }), secret({ a: 'eA==', b: 'dHdv', c: 'eQ==' }))).toEqual([
    ['data[a]', '(hidden)', '(hidden)'],
    ['data[c]', undefined, '(hidden)'],
  ]);
});

test('a container that is new is one change, with its secrets hidden', () => {
  const added = { name: 'side', args: ['--password', 'pw1'], env: [{ name: 'DB_PASSWORD', value: 'pw2' }] };
  const before = aWorkload({ podSpec: { containers: [aContainer()] } }).json;
  const after = aWorkload({ podSpec: { containers: [aContainer(), added] } }).json;

  expect(written(before, after)).toEqual([
    [
      'spec.template.spec.containers[side]',
      undefined,
      { name: 'side', args: ['--password', '(hidden)'], env: [{ name: 'DB_PASSWORD', value: '(hidden)' }] },
    ],
  ]);
});
