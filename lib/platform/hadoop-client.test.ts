import { App } from 'cdk8s';
import { HadoopClient } from './hadoop-client';
import { aHadoopCluster, type HadoopParts } from './testing-hadoop';

const CLIENT = { name: 'anomaly-train-api', environmentName: 'prod', selector: {} };

function aClientOf(parts: HadoopParts = {}): HadoopClient {
  return new HadoopClient(new App(), 'hadoop-client', {
    cluster: aHadoopCluster(parts),
    namespace: 'znyw-prod',
    name: 'anomaly-hadoop-client',
    labels: { 'znyw/stack': 'anomaly' },
    sources: ['lib/environments/prod.ts'],
  });
}

test('its configuration is one ConfigMap, which several workloads share', () => {
  const config: unknown = aClientOf().node.findChild('config');

  expect(config).toMatchObject({
    kind: 'ConfigMap',
    metadata: { name: 'anomaly-hadoop-client', namespace: 'znyw-prod' },
  });
});

test.each([
  ['stream', 'znyw-stream@BANK.EXAMPLE'],
  ['locate', 'znyw-locate@BANK.EXAMPLE'],
  ['train', 'znyw-train@BANK.EXAMPLE'],
] as const)('whoever logs in as %s has its own principal and key tab, and no other', (as, principal) => {
  const { environment, files = [] } = aClientOf().admit(CLIENT, { as });

  expect(environment).toEqual({
    HADOOP_CONF_DIR: '/etc/hadoop',
    KRB5_CONFIG: '/etc/krb5.conf',
    KERBEROS_PRINCIPAL: principal,
    KERBEROS_KEYTAB: `/run/secrets/kerberos/${as}.keytab`,
  });
  expect(files).toContainEqual({
    path: '/run/secrets/kerberos',
    from: { secret: 'hadoop-keytabs' },
    keys: [`${as}.keytab`],
  });
});

test('the JVM finds krb5.conf where it looks for it, and Hadoop its site files', () => {
  const { files = [] } = aClientOf().admit(CLIENT, { as: 'train' });

  expect(files).toMatchObject([
    { path: '/etc/hadoop', keys: ['core-site.xml', 'hdfs-site.xml', 'yarn-site.xml'] },
    { path: '/etc/krb5.conf', subPath: 'krb5.conf' },
    {},
  ]);
});

test('every port of Hadoop is opened once, the KDC also over UDP, and nothing else', () => {
  const parts = {
    kerberos: {
      kdcs: [
        { host: 'kdc1', port: 88 },
        { host: 'kdc2', port: 88 },
      ],
    },
    hdfs: { dataNodePort: 1004 },
    addressRanges: ['10.20.0.0/16', '10.30.0.0/16'],
  };

  expect(aClientOf(parts).admit(CLIENT, { as: 'train' }).reach).toEqual([
    {
      peers: [{ ipBlock: { cidr: '10.20.0.0/16' } }, { ipBlock: { cidr: '10.30.0.0/16' } }],
      ports: [
        { number: 88 },
        { number: 1004 },
        { number: 8020 },
        { number: 8032 },
        { number: 8090 },
        { number: 88, protocol: 'UDP' },
      ],
    },
  ]);
});

test('a change of the cluster is a change of what its clients mount, so that they restart', () => {
  const checksums = (parts: HadoopParts) =>
    (aClientOf(parts).admit(CLIENT, { as: 'train' }).files ?? []).map(({ checksum }) => checksum);

  const before = checksums({});
  const after = checksums({ hdfs: { nameService: 'other' } });

  expect(checksums({})).toEqual(before);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});
