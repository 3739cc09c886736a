import { aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiLabelsValid } from './api-labels-valid';

const labelled = (
  labels: Json,
  annotations: Json = {},
  apiVersion = 'v1',
  kind = 'ConfigMap',
  spec: JsonObject = {},
): Manifest => ({ file: 'a.yaml', json: { apiVersion, kind, metadata: { name: 'a', labels, annotations }, spec } });

test.each<[string, Manifest]>([
  ['usual labels', labelled({ 'app.kubernetes.io/name': 'web', tier: '', a_b: '1.0' })],
  ['an annotation in capitals with any text', labelled({}, { 'Example.com/Note': 'any text, of any length\n' })],
  ['annotations of 256 KiB', labelled({}, { a: 'x'.repeat(256 * 1024 - 1) })],
  ['a null, which is an empty text', labelled({ a: null })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiLabelsValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a value with a space',
    labelled({ team: 'big data' }),
    [
      'metadata.labels[team]: is "big data"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a long value',
    labelled({ a: 'x'.repeat(64) }),
    [
      'metadata.labels[a]: is "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a key with two slashes',
    labelled({ 'a/b/c': 'd' }),
    [
      'metadata.labels[a/b/c]: has the key "a/b/c"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
    ],
  ],
  [
    'a key of an annotation',
    labelled({}, { '/a': 'b' }),
    [
      'metadata.annotations[/a]: has the key "/a"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
    ],
  ],
  [
    'annotations of more than 256 KiB',
    labelled({}, { a: 'x'.repeat(256 * 1024) }),
    ['metadata.annotations: have 262145 bytes; at most 262144 are expected'],
  ],
  [
    'a template',
    anObject('apps/v1', 'Deployment', { template: { metadata: { labels: { a: '-' } }, spec: {} } }),
    [
      'spec.template.metadata.labels[a]: is "-"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a Job of a CronJob',
    anObject('batch/v1', 'CronJob', { jobTemplate: { metadata: { labels: { a: '-' } } } }),
    [
      'spec.jobTemplate.metadata.labels[a]: is "-"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a claim of a StatefulSet',
    anObject('apps/v1', 'StatefulSet', { volumeClaimTemplates: [{ metadata: { labels: { a: '-' } } }] }),
    [
      'spec.volumeClaimTemplates[0].metadata.labels[a]: is "-"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a claim that lives with a Pod',
    aWorkload({
      podSpec: { volumes: [{ name: 'v', ephemeral: { volumeClaimTemplate: { metadata: { labels: { a: '-' } } } } }] },
    }),
    [
      'spec.template.spec.volumes[v].ephemeral.volumeClaimTemplate.metadata.labels[a]: is "-"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'what a Service selects',
    aService({ selector: { app: 'a b' } }),
    [
      'spec.selector[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'the labels of a VM',
    aWorkload({ podSpec: { nodeSelector: { 'a b': 'c' } } }),
    [
      'spec.template.spec.nodeSelector[a b]: has the key "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiLabelsValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = labelled({ team: 'big data' });

  expect(apiLabelsValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'metadata.labels[team]',
      message:
        'is "big data"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiLabelsValid)).not.toThrow();
});
