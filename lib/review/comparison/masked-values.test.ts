import * as fc from 'fast-check';
import type { Json, JsonObject } from '../../validation/manifest';
import { aContainer, aWorkload } from '../../validation/testing/manifest-builders';
import { oddManifests } from '../../validation/testing/odd-manifests';
import { fieldChanges } from './field-changes';
import { maskedObject } from './masked-values';

function masked(json: JsonObject): JsonObject {
  return maskedObject({ json, file: 'any.yaml' }).json;
}

test('of a Secret, each value is hidden and each key is shown', () => {
  expect(masked({ apiVersion: 'v1', kind: 'Secret', data: { a: 'eA==' }, stringData: { b: 'x\ny', c: null } })).toEqual(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      data: { a: '(hidden)' },
      stringData: { b: '(hidden)', c: null },
    },
  );
});

test('what kubectl noted down of the object is hidden', () => {
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"a":"eA=="}}', other: 'x' };

  expect(masked({ kind: 'Secret', metadata: { annotations } })['metadata']).toEqual({
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '(hidden)', other: 'x' },
  });
});

test.each<[string, Json, Json]>([
  ['a variable', { name: 'MYSQL_PASSWORD', value: 'x' }, { name: 'MYSQL_PASSWORD', value: '(hidden)' }],
  ['a variable that ends with KEY', { name: 'DATA_KEY', value: 'x' }, { name: 'DATA_KEY', value: '(hidden)' }],
  ['a variable of a number', { name: 'DB_PASSWORD', value: 12345 }, { name: 'DB_PASSWORD', value: '(hidden)' }],
  ['an object for a variable', { name: 'DB_TOKEN', value: { a: 'x' } }, { name: 'DB_TOKEN', value: { a: '(hidden)' } }],
  ['a URL', { name: 'URI', value: 'mongodb://a:x@h' }, { name: 'URI', value: 'mongodb://a:(hidden)@h' }],
  ['a header', { name: 'Authorization', value: 'x' }, { name: 'Authorization', value: '(hidden)' }],
  ['a flag', ['--auth-token=x', '--port=1'], ['--auth-token=(hidden)', '--port=1']],
  ['the word after a flag', ['--requirepass', 'x', '--port'], ['--requirepass', '(hidden)', '--port']],
  ['a word of a command', ['redis-cli', '-a', 'x', 'ping'], ['redis-cli', '-a', '(hidden)', 'ping']],
  ['a field', { password: 'x', size: 1 }, { password: '(hidden)', size: 1 }],
  ['a list of them', { tokens: ['x', 'y'] }, { tokens: ['(hidden)', '(hidden)'] }],
])('%s is hidden wherever it stands', (_, value, expected) => {
  expect(masked({ kind: 'Any', spec: { deep: [value] } })).toEqual({ kind: 'Any', spec: { deep: [expected] } });
});

test.each<[string, JsonObject]>([
  ['a reference', { name: 'MYSQL_PASSWORD', valueFrom: { secretKeyRef: { name: 'mysql', key: 'password' } } }],
  ['a variable', { name: 'MYSQL_PASSWORD', value: '$(OTHER)' }],
  ['a name', { secret: { secretName: 'mysql-auth' } }],
  ['where a secret is', { name: 'PASSWORD_FILE', value: '/run/secrets/mysql' }],
  ['a number of tokens', { name: 'MAX_TOKENS', value: '500' }],
])('%s is no secret', (_, value) => {
  expect(masked({ kind: 'Any', spec: value })).toEqual({ kind: 'Any', spec: value });
});

test('of a ConfigMap, a key that is a password is hidden, and a file is shown without those in it', () => {
  const data = { 'db-password': 'x', 'tokens.yaml': 'a: 1\ntoken: x\n', 'app.conf': 'port=1' };
  const encoded = Buffer.from('password=x').toString('base64');

  expect(
    masked({ apiVersion: 'v1', kind: 'ConfigMap', data, binaryData: { 'a.conf': encoded, 'b.png': 'iVBORw0=' } }),
  ).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { 'db-password': '(hidden)', 'tokens.yaml': 'a: 1\ntoken: (hidden)\n', 'app.conf': 'port=1' },
    binaryData: { 'a.conf': '(hidden)', 'b.png': 'iVBORw0=' },
  });
});

test('a masked object has the same fields and items, whatever it is', () => {
  const shape = (value: Json | undefined): unknown => {
    if (Array.isArray(value)) return (value as Json[]).map(shape);
    if (typeof value !== 'object' || value === null) return 'value';
    return Object.entries(value).map(([name, field]) => [name, shape(field)]);
  };
  fc.assert(
    fc.property(oddManifests(aWorkload({ podSpec: { containers: [aContainer()] } })), (manifests) => {
      for (const manifest of manifests) expect(shape(maskedObject(manifest).json)).toEqual(shape(manifest.json));
    }),
  );
});

test('a secret that is planted anywhere comes out nowhere', () => {
  const SECRET = 'plantedS3cr3t';
  const secret = fc.constantFrom(
    SECRET,
    `${SECRET} ${SECRET}`,
    `/${SECRET}`,
    `$${SECRET}`,
    `${SECRET},${SECRET}`,
    `<${SECRET}`,
  );
  const name = fc.constantFrom(
    'DB_PASSWORD',
    'apiToken',
    'client-secret',
    'spring.redis.password',
    'AWS_SECRET_ACCESS_KEY',
  );
  const before = fc.constantFrom('', 'a: 1\n', '# c\n\n', '[x]\n', '  ');
  const text = fc
    .tuple(before, name, fc.constantFrom(': ', '=', ' = ', ': "', ":   '"), secret, fc.constantFrom('', '\nb: 2\n'))
    .map(([start, setting, separator, value, end]) => {
      const quote = /["']$/.exec(separator)?.[0] ?? '';
      return `${start}${setting}${separator}${value}${quote}${end}`;
    });
  const object = fc
    .record({ name, text, value: secret, word: fc.constantFrom(SECRET, `/${SECRET}`) })
    .map((parts): JsonObject => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a', annotations: { note: parts.text, [parts.name]: parts.value } },
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'main',
                env: [
                  { name: parts.name, value: parts.value },
                  { name: 'OPTS', value: `-Dpassword=${parts.word}` },
                ],
                args: [`--token=${parts.word}`, '--password', parts.value, parts.text, `http://u:${SECRET}@h`],
              },
            ],
          },
        },
      },
    }));
  fc.assert(
    fc.property(object, object, fc.constantFrom('Deployment', 'ConfigMap', 'Secret', 'Thing'), (one, other, kind) => {
      const [former, later] = [one, other].map((json) => ({
        json: { ...json, kind, data: { f: json['metadata'] as Json, note: 'x' } },
        file: 'a.yaml',
      }));
      const empty = { json: { apiVersion: 'apps/v1', kind, metadata: { name: 'a' } }, file: 'a.yaml' };

      expect(JSON.stringify(later && maskedObject(later))).not.toContain(SECRET);
      for (const [before, after] of [
        [former, later],
        [former, empty],
        [empty, later],
      ]) {
        expect(JSON.stringify(fieldChanges({ id: 'a', before, after }))).not.toContain(SECRET);
      }
    }),
  );
});
