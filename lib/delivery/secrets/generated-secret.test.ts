import { generatedSecret } from './generated-secret';
import type { ListedSecret } from './secret-list';
import { secretYaml } from './secret-object';

const keys = ['root-password', 'web-password'].map((key) => ({ key, usedBy: [] }));
const credentials: ListedSecret = {
  name: 'db-credentials',
  namespace: 'znyw-prod',
  purpose: { kind: 'accounts', store: 'db' },
  keys,
  usedBy: [],
  canBeGenerated: true,
};

test('each key gets a value of its own, of 32 characters that no start script reads as anything else', () => {
  const secrets = Array.from({ length: 200 }, () => generatedSecret(credentials, 'prod'));
  const values = secrets.flatMap(({ data }) => Object.values(data));

  expect(Object.keys(secrets[0]?.data ?? {})).toEqual(['root-password', 'web-password']);
  expect(new Set(values).size).toBe(400);
  expect(values.filter((value) => !/^[A-Za-z][\w-]{31}$/.test(value))).toEqual([]);
});

test('every sign of the alphabet comes up', () => {
  const signs = new Set(
    Array.from({ length: 200 }, () => Object.values(generatedSecret(credentials, 'prod').data).join('')).join(''),
  );

  expect(signs.size).toBe(64);
});

test('it is a Secret of type Opaque with the values in base64', () => {
  const secret = generatedSecret(credentials, 'prod');
  const encoded = Object.entries(secret.data).map(
    ([key, value]) => `  ${key}: ${Buffer.from(value).toString('base64')}\n`,
  );

  expect(secretYaml(secret)).toBe(`apiVersion: v1
kind: Secret
metadata:
  name: db-credentials
  namespace: znyw-prod
type: Opaque
data:
${encoded.join('')}`);
});

test('what others hand out is refused, with the command that makes it', () => {
  const tls: ListedSecret = {
    ...credentials,
    name: 'tls',
    purpose: { kind: 'tls', host: 'web.bank' },
    canBeGenerated: false,
  };
  const refused = () => generatedSecret(tls, 'prod');

  expect(refused).toThrow('Secret znyw-prod/tls cannot have random values: TLS of web.bank');
  expect(refused).toThrow(
    expect.objectContaining({
      remedy: 'Make it with: kubectl --namespace znyw-prod create secret tls tls --cert=<file> --key=<file>',
    }),
  );
});
