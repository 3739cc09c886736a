import * as fc from 'fast-check';
import type { Manifest } from '../../validation/manifest';
import { aContainer, aCronJob, aWorkload } from '../../validation/testing/manifest-builders';
import { howMade } from './how-made';
import { secretList } from './secret-list';
import { secretListJson, secretListText } from './secret-list-text';
import type { OutsideSecretUse } from './secret-purpose';

const outside: readonly OutsideSecretUse[] = [
  { name: 'db-credentials', purpose: { kind: 'accounts', store: 'db' } },
  {
    name: 'key-tabs',
    purpose: { kind: 'key-tabs', principals: ['a@REALM', 'b@REALM'] },
    keys: ['a.keytab', 'b.keytab'],
  },
  { name: 'mail', purpose: { kind: 'mail', host: 'smtp.bank' }, keys: ['password', 'username'] },
  { name: 'pull', purpose: { kind: 'registry', host: 'dtr.bank' }, keys: ['.dockerconfigjson'] },
  { name: 'tls', purpose: { kind: 'tls', host: 'web.bank' } },
  { name: 'unused', purpose: { kind: 'accounts', store: 'unused' } },
];

const secretVariable = (name: string, secret: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

const web = aWorkload({
  containers: [
    aContainer({
      env: [secretVariable('DB_PASSWORD', 'db-credentials', 'web-password')],
      envFrom: [{ secretRef: { name: 'whole' } }],
      volumeMounts: [{ name: 'key-tabs', mountPath: '/run/key-tabs' }],
    }),
  ],
  podSpec: {
    imagePullSecrets: [{ name: 'pull' }],
    volumes: [
      { name: 'key-tabs', secret: { secretName: 'key-tabs', items: [{ key: 'a.keytab', path: 'a.keytab' }] } },
      { name: 'not mounted', secret: { secretName: 'never-asked-for' } },
    ],
  },
});

const backup = aCronJob({
  containers: [
    aContainer({
      env: [
        secretVariable('DB_PASSWORD', 'db-credentials', 'backup-password'),
        secretVariable('MAIL', 'mail', 'password'),
      ],
    }),
  ],
});

function anObject(kind: string, name: string, parts: Manifest['json']): Manifest {
  return { file: `${name}.k8s.yaml`, json: { kind, metadata: { name, namespace: 'znyw-prod' }, ...parts } };
}

const ingress = anObject('Ingress', 'web', { spec: { tls: [{ hosts: ['web.bank'], secretName: 'tls' }, {}] } });
const account = anObject('ServiceAccount', 'runner', {
  imagePullSecrets: [{ name: 'pull' }],
  secrets: [{ name: 'whole' }],
});

const secrets = secretList([web, backup, ingress, account], outside);

test('every Secret that the YAML refers to is listed once, by name', () => {
  expect(secrets.map(({ name }) => name)).toEqual(['db-credentials', 'key-tabs', 'mail', 'pull', 'tls', 'whole']);
});

test('each key is listed with those that ask for it', () => {
  expect(secrets[0]).toEqual({
    name: 'db-credentials',
    namespace: 'znyw-prod',
    purpose: { kind: 'accounts', store: 'db' },
    keys: [
      { key: 'backup-password', usedBy: ['CronJob/backup'] },
      { key: 'web-password', usedBy: ['Deployment/web'] },
    ],
    usedBy: ['CronJob/backup', 'Deployment/web'],
    canBeGenerated: true,
  });
});

test('a key that only the environment asks for is listed, as without it the Secret is not complete', () => {
  expect(secrets[1]?.keys).toEqual([
    { key: 'a.keytab', usedBy: ['Deployment/web'] },
    { key: 'b.keytab', usedBy: [] },
  ]);
});

test('pull secrets and TLS have the keys that Kubernetes reads', () => {
  expect(secrets.slice(3, 5).map(({ keys, usedBy }) => ({ keys: keys.map(({ key }) => key), usedBy }))).toEqual([
    { keys: ['.dockerconfigjson'], usedBy: ['Deployment/web', 'ServiceAccount/runner'] },
    { keys: ['tls.crt', 'tls.key'], usedBy: ['Ingress/web'] },
  ]);
});

test('only accounts that a store makes by itself can have random passwords', () => {
  expect(secrets.filter(({ canBeGenerated }) => canBeGenerated).map(({ name }) => name)).toEqual(['db-credentials']);
});

test('a store of which no key is known cannot have them either', () => {
  const whole = aWorkload({ containers: [aContainer({ envFrom: [{ secretRef: { name: 'db-credentials' } }] })] });

  expect(secretList([whole], outside)).toMatchObject([{ name: 'db-credentials', keys: [], canBeGenerated: false }]);
});

test('each is made by a command that has no value in it', () => {
  expect(secrets.map((secret) => howMade(secret, 'prod'))).toEqual([
    'npx znyw secret generate db-credentials --environment prod | kubectl create -f -',
    'kubectl --namespace znyw-prod create secret generic key-tabs --from-file=a.keytab=<file> --from-file=b.keytab=<file>',
    'kubectl --namespace znyw-prod create secret generic mail --from-file=password=<file> --from-file=username=<file>' +
      '  # files without a line break at their end',
    'npx znyw secret registry --environment prod --username <name> | kubectl apply -f -',
    'kubectl --namespace znyw-prod create secret tls tls --cert=<file> --key=<file>',
    'kubectl --namespace znyw-prod create secret generic whole',
  ]);
});

test('a person reads a paragraph for each', () => {
  expect(secretListText(secrets.slice(0, 2), 'prod'))
    .toBe(`Secret znyw-prod/db-credentials: passwords of the accounts of db
  key backup-password: CronJob/backup
  key web-password: Deployment/web
  to make: npx znyw secret generate db-credentials --environment prod | kubectl create -f -

Secret znyw-prod/key-tabs: key tabs of the Hadoop principals a@REALM, b@REALM
  key a.keytab: Deployment/web
  key b.keytab: nobody asks for it
  to make: kubectl --namespace znyw-prod create secret generic key-tabs --from-file=a.keytab=<file> --from-file=b.keytab=<file>
`);
});

test('who takes a Secret as a whole is named beside those who ask for a key', () => {
  expect(secretListText(secrets.slice(5), 'prod')).toBe(
    'Secret znyw-prod/whole: the environment does not say what it is for\n' +
      '  all keys: Deployment/web, ServiceAccount/runner\n' +
      '  to make: kubectl --namespace znyw-prod create secret generic whole\n',
  );
});

test('a program reads the same as fields', () => {
  expect(JSON.parse(secretListJson(secrets.slice(3, 4), 'prod'))).toEqual({
    secrets: [
      {
        name: 'pull',
        namespace: 'znyw-prod',
        kind: 'registry',
        purpose: 'pull secret: login to dtr.bank',
        keys: [{ key: '.dockerconfigjson', usedBy: ['Deployment/web', 'ServiceAccount/runner'] }],
        usedBy: ['Deployment/web', 'ServiceAccount/runner'],
        canBeGenerated: false,
        toMake: 'npx znyw secret registry --environment prod --username <name> | kubectl apply -f -',
      },
    ],
  });
});

test('objects of any form are read without an error', () => {
  const json = fc.dictionary(
    fc.constantFrom('kind', 'spec', 'metadata', 'secrets', 'imagePullSecrets', 'tls'),
    fc.jsonValue() as fc.Arbitrary<Manifest['json'][string]>,
  );
  const kinds = fc.constantFrom('Ingress', 'ServiceAccount', 'Pod');

  fc.assert(
    fc.property(json, kinds, (object, kind) => {
      const manifests = [object, { ...object, kind, apiVersion: 'v1' }].map((one) => ({ file: '', json: one }));

      expect(Array.isArray(secretList(manifests, outside))).toBe(true);
    }),
  );
});
