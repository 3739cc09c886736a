import type { JsonObject, Manifest } from '../manifest';
import { anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiConfigMapSize } from './api-config-map-size';

const configMap = (content: JsonObject) => anObject('v1', 'ConfigMap', {}, content);
const MIB = 1024 * 1024;

test.each<[string, Manifest]>([
  ['texts and binary data', configMap({ data: { 'a.yaml': 'b' }, binaryData: { c: 'YQ==' } })],
  ['1 MiB', configMap({ data: { a: 'x'.repeat(MIB) } })],
  ['another kind', anObject('v1', 'Thing', {}, { data: { a: 'x'.repeat(MIB + 1) } })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiConfigMapSize, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'more than 1 MiB',
    configMap({ data: { a: 'x'.repeat(MIB) }, binaryData: { b: 'YQ==' } }),
    [': has 1048577 bytes of values; at most 1048576 are expected'],
  ],
  [
    'more than 1 MiB of bytes in fewer characters',
    configMap({ data: { a: '文'.repeat(350_000) } }),
    [': has 1050000 bytes of values; at most 1048576 are expected'],
  ],
  [
    'a key that cannot be a file',
    configMap({ data: { 'conf/a': 'b' } }),
    [
      'data[conf/a]: has the key "conf/a"; a key of at most 253 letters, digits, "-", "_" and ".", which does not begin with ".." and is not ".", is expected',
    ],
  ],
  [
    'a key of binary data',
    configMap({ binaryData: { '..': 'YQ==' } }),
    [
      'binaryData[..]: has the key ".."; a key of at most 253 letters, digits, "-", "_" and ".", which does not begin with ".." and is not ".", is expected',
    ],
  ],
  [
    'one key as text and as binary data',
    configMap({ data: { a: 'b' }, binaryData: { a: 'YQ==' } }),
    ['data[a]: is in binaryData too; each key is expected once'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiConfigMapSize, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = configMap({ data: { a: 'x'.repeat(MIB) }, binaryData: { b: 'YQ==' } });

  expect(apiConfigMapSize.check([manifest], {})).toEqual([
    { manifest, field: '', message: 'has 1048577 bytes of values; at most 1048576 are expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiConfigMapSize)).not.toThrow();
});
