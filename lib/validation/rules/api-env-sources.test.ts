import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiEnvSources } from './api-env-sources';

const from = (valueFrom: Json, rest: JsonObject = {}) =>
  aWorkload({ containers: [aContainer({ env: [{ name: 'A', ...rest, valueFrom }] })] });
const envFrom = (source: JsonObject) => aWorkload({ containers: [aContainer({ envFrom: [source] })] });

test.each<[string, Manifest]>([
  ['a value', aWorkload({ containers: [aContainer({ env: [{ name: 'A', value: 'x' }, { name: 'B' }] })] })],
  ['a key of a Secret', from({ secretKeyRef: { name: 'a', key: 'b' } }, { value: '' })],
  ['a key of a ConfigMap', from({ configMapKeyRef: { name: 'a', key: 'b.c' } })],
  ['a field of the Pod', from({ fieldRef: { fieldPath: 'status.podIP' } })],
  ['an amount', from({ resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } })],
  ['a whole ConfigMap', envFrom({ prefix: 'A_', configMapRef: { name: 'a' } })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiEnvSources, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'no source',
    from({}),
    [
      'spec.template.spec.containers[web].env[A].valueFrom: has none of fieldRef, resourceFieldRef, configMapKeyRef or secretKeyRef; one of these is expected',
    ],
  ],
  [
    'two sources',
    from({ secretKeyRef: { name: 'a', key: 'b' }, fieldRef: { fieldPath: 'metadata.name' } }),
    [
      'spec.template.spec.containers[web].env[A].valueFrom: has fieldRef and secretKeyRef; only one of these is expected',
    ],
  ],
  [
    'a value as well',
    from({ secretKeyRef: { name: 'a', key: 'b' } }, { value: 'x' }),
    ['spec.template.spec.containers[web].env[A]: has value and valueFrom; only one of these is expected'],
  ],
  [
    'a field that cannot be told',
    from({ fieldRef: { fieldPath: 'status.phase' } }),
    [
      "spec.template.spec.containers[web].env[A].valueFrom.fieldRef.fieldPath: is \"status.phase\"; metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.podIP, status.podIPs, metadata.labels['<key>'] or metadata.annotations['<key>'] is expected",
    ],
  ],
  [
    'a field of another version',
    from({ fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }),
    ['spec.template.spec.containers[web].env[A].valueFrom.fieldRef.apiVersion: is "v2"; v1 is expected'],
  ],
  [
    'an amount that cannot be told',
    from({ resourceFieldRef: { resource: 'limits.gpu' } }),
    [
      'spec.template.spec.containers[web].env[A].valueFrom.resourceFieldRef.resource: is "limits.gpu"; limits.cpu, limits.memory, limits.ephemeral-storage, requests.cpu, requests.memory or requests.ephemeral-storage is expected',
    ],
  ],
  [
    'a Secret without a name',
    from({ secretKeyRef: { key: 'b' } }),
    ['spec.template.spec.containers[web].env[A].valueFrom.secretKeyRef.name: is missing; a value is expected'],
  ],
  [
    'a ConfigMap of a wrong name',
    from({ configMapKeyRef: { name: 'A', key: 'b' } }),
    [
      'spec.template.spec.containers[web].env[A].valueFrom.configMapKeyRef.name: is "A"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'a key that cannot be',
    from({ secretKeyRef: { name: 'a', key: '' } }),
    [
      'spec.template.spec.containers[web].env[A].valueFrom.secretKeyRef.key: is ""; a key of at most 253 letters, digits, "-", "_" and ".", which does not begin with ".." and is not ".", is expected',
    ],
  ],
  [
    'neither ConfigMap nor Secret',
    envFrom({ prefix: 'A_' }),
    ['spec.template.spec.containers[web].envFrom[0]: has none of configMapRef or secretRef; one of these is expected'],
  ],
  [
    'both ConfigMap and Secret',
    envFrom({ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }),
    ['spec.template.spec.containers[web].envFrom[0]: has configMapRef and secretRef; only one of these is expected'],
  ],
  [
    'a whole Secret without a name',
    envFrom({ secretRef: { name: '' } }),
    ['spec.template.spec.containers[web].envFrom[0].secretRef.name: is empty; a value is expected'],
  ],
  [
    'a prefix that cannot begin a name',
    envFrom({ prefix: '1', secretRef: { name: 'a' } }),
    [
      'spec.template.spec.containers[web].envFrom[0].prefix: is "1"; a name of letters, digits, "_", "-" and ".", which does not begin with a digit or "..", is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiEnvSources, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = from({});

  expect(apiEnvSources.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].env[A].valueFrom',
      message: 'has none of fieldRef, resourceFieldRef, configMapKeyRef or secretKeyRef; one of these is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiEnvSources)).not.toThrow();
});
