import { credentialsSecret, outsideSecrets } from './outside-secrets';
import { prod } from './prod';
import { test as testEnvironment } from './test';

test('the passwords of a store are in a Secret named after it', () => {
  expect(credentialsSecret('anomaly-mongo')).toBe('anomaly-mongo-credentials');
});

test('production needs Secrets to pull, for TLS, for Hadoop, for mail and for each store', () => {
  expect(outsideSecrets(prod)).toEqual([
    { name: 'anomaly-influx-credentials' },
    { name: 'anomaly-mongo-credentials' },
    { name: 'anomaly-tls', keys: ['tls.crt', 'tls.key'] },
    { name: 'dtr-znyw', keys: ['.dockerconfigjson'] },
    { name: 'focus-mysql-credentials' },
    { name: 'focus-redis-credentials' },
    { name: 'focus-tls', keys: ['tls.crt', 'tls.key'] },
    { name: 'hadoop-keytabs', keys: ['stream.keytab', 'locate.keytab', 'train.keytab'] },
    { name: 'mail-relay', keys: ['username', 'password'] },
  ]);
});

test('an environment without TLS and without a password for mail needs no Secrets for them', () => {
  expect(outsideSecrets(testEnvironment).map(({ name }) => name)).toEqual([
    'anomaly-influx-credentials',
    'anomaly-mongo-credentials',
    'dtr-znyw',
    'focus-mysql-credentials',
    'focus-redis-credentials',
    'hadoop-keytabs',
  ]);
});
