import type { JsonObject, Manifest } from '../manifest';
import { anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiSecretValid } from './api-secret-valid';

const secret = (content: JsonObject) => anObject('v1', 'Secret', {}, content);
const typed = (type: string, stringData: JsonObject) => secret({ type: `kubernetes.io/${type}`, stringData });

test.each<[string, Manifest]>([
  ['any keys', secret({ type: 'Opaque', data: { a: 'YQ==' } })],
  [
    'a certificate in two ways',
    secret({ type: 'kubernetes.io/tls', data: { 'tls.crt': 'YQ==' }, stringData: { 'tls.key': 'b' } }),
  ],
  ['one of two keys that is enough', typed('basic-auth', { password: '' })],
  ['a key for SSH', typed('ssh-auth', { 'ssh-privatekey': 'x' })],
  ['access to a registry', typed('dockerconfigjson', { '.dockerconfigjson': '{"auths":{}}' })],
  ['a type of others', typed('other', {})],
  [
    'a token',
    secret({
      type: 'kubernetes.io/service-account-token',
      metadata: { name: 'a', annotations: { 'kubernetes.io/service-account.name': 'a' } },
    }),
  ],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiSecretValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a certificate without a key',
    typed('tls', { 'tls.crt': 'x' }),
    ['data: has no tls.key; the type kubernetes.io/tls asks for tls.crt and tls.key'],
  ],
  [
    'neither name nor password',
    typed('basic-auth', { a: 'x' }),
    ['data: has no username or password; the type kubernetes.io/basic-auth asks for username or password'],
  ],
  [
    'an empty key for SSH',
    typed('ssh-auth', { 'ssh-privatekey': '' }),
    ['data: has no ssh-privatekey; the type kubernetes.io/ssh-auth asks for ssh-privatekey'],
  ],
  [
    'access that is no JSON',
    typed('dockerconfigjson', { '.dockerconfigjson': 'my password' }),
    ['data[.dockerconfigjson]: is no JSON object, which the type kubernetes.io/dockerconfigjson asks for'],
  ],
  [
    'access that is a list',
    typed('dockercfg', { '.dockercfg': '[]' }),
    ['data[.dockercfg]: is no JSON object, which the type kubernetes.io/dockercfg asks for'],
  ],
  [
    'a token of nobody',
    typed('service-account-token', {}),
    [
      'metadata.annotations[kubernetes.io/service-account.name]: is missing; a token has the name of its ServiceAccount',
    ],
  ],
  [
    'a key that cannot be a file',
    secret({ data: { 'a b': 'YQ==' }, stringData: { '..': 'c' } }),
    [
      'data[a b]: has the key "a b"; a key of at most 253 letters, digits, "-", "_" and ".", which does not begin with ".." and is not ".", is expected',
      'stringData[..]: has the key ".."; a key of at most 253 letters, digits, "-", "_" and ".", which does not begin with ".." and is not ".", is expected',
    ],
  ],
  [
    'more than 1 MiB',
    secret({ stringData: { a: 'x'.repeat(1024 * 1024 + 1) } }),
    ['data: has 1048577 bytes of values; at most 1048576 are expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiSecretValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = typed('tls', { 'tls.crt': 'x' });

  expect(apiSecretValid.check([manifest], {})).toEqual([
    { manifest, field: 'data', message: 'has no tls.key; the type kubernetes.io/tls asks for tls.crt and tls.key' },
  ]);
});

test('no message shows what a Secret holds', () => {
  const texts = problemTexts(apiSecretValid, typed('dockerconfigjson', { '.dockerconfigjson': 'hunter2' }));

  expect(texts.join()).not.toContain('hunter2');
});
test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiSecretValid)).not.toThrow();
});
