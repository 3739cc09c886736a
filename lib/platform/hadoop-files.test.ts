import { hadoopFiles } from './hadoop-files';
import { aHadoopCluster, type HadoopParts } from './testing-hadoop';

/** Reads the properties of one of the site files. */
function propertiesOf(file: string, parts: HadoopParts = {}): Readonly<Record<string, string>> {
  const entries = (hadoopFiles(aHadoopCluster(parts))[file] ?? '').matchAll(
    /<property>\s*<name>(.*)<\/name>\s*<value>(.*)<\/value>\s*<\/property>/g,
  );
  return Object.fromEntries([...entries].map(([, name = '', value = '']) => [name, value]));
}

const TWO_NAME_NODES = {
  nameNodes: [
    { host: 'nn1', port: 8020 },
    { host: 'nn2', port: 8021 },
  ],
};
const TWO_RESOURCE_MANAGERS = {
  resourceManagers: [
    { host: 'rm1', port: 8032 },
    { host: 'rm2', port: 8033 },
  ],
};

test('a client needs four files', () => {
  expect(Object.keys(hadoopFiles(aHadoopCluster()))).toEqual([
    'core-site.xml',
    'hdfs-site.xml',
    'krb5.conf',
    'yarn-site.xml',
  ]);
});

test('clients find the file system by its logical name, and log in with Kerberos', () => {
  expect(propertiesOf('core-site.xml')).toEqual({
    'fs.defaultFS': 'hdfs://aiops',
    'hadoop.security.authentication': 'kerberos',
    'hadoop.security.authorization': 'true',
  });
});

describe('HDFS', () => {
  test('a single name node stands for the name service itself', () => {
    expect(propertiesOf('hdfs-site.xml')).toEqual({
      'dfs.nameservices': 'aiops',
      'dfs.namenode.rpc-address.aiops': 'nn1:8020',
      'dfs.namenode.kerberos.principal': 'hdfs/_HOST@BANK.EXAMPLE',
      'dfs.datanode.kerberos.principal': 'hdfs/_HOST@BANK.EXAMPLE',
      'dfs.client.use.datanode.hostname': 'true',
      'dfs.data.transfer.protection': 'authentication',
    });
  });

  test('of two name nodes a client asks the other one where the first does not serve', () => {
    expect(propertiesOf('hdfs-site.xml', { hdfs: TWO_NAME_NODES })).toMatchObject({
      'dfs.ha.namenodes.aiops': 'nn1,nn2',
      'dfs.namenode.rpc-address.aiops.nn1': 'nn1:8020',
      'dfs.namenode.rpc-address.aiops.nn2': 'nn2:8021',
      'dfs.client.failover.proxy.provider.aiops':
        'org.apache.hadoop.hdfs.server.namenode.ha.ConfiguredFailoverProxyProvider',
    });
  });

  test('two name nodes are never named without their id', () => {
    expect(propertiesOf('hdfs-site.xml', { hdfs: TWO_NAME_NODES })).not.toHaveProperty([
      'dfs.namenode.rpc-address.aiops',
    ]);
  });

  test.each([
    [9866, 'authentication'],
    [1024, 'authentication'],
    [1023, undefined],
    [1004, undefined],
  ])('data nodes on port %d are spoken to with SASL protection %s', (dataNodePort, protection) => {
    expect(propertiesOf('hdfs-site.xml', { hdfs: { dataNodePort } })['dfs.data.transfer.protection']).toBe(protection);
  });
});

describe('YARN', () => {
  test('a single resource manager has its addresses without an id', () => {
    expect(propertiesOf('yarn-site.xml')).toEqual({
      'yarn.resourcemanager.address': 'rm1:8032',
      'yarn.resourcemanager.webapp.https.address': 'rm1:8090',
      'yarn.resourcemanager.principal': 'yarn/_HOST@BANK.EXAMPLE',
    });
  });

  test('two resource managers stand for each other', () => {
    expect(propertiesOf('yarn-site.xml', { yarn: TWO_RESOURCE_MANAGERS })).toEqual({
      'yarn.resourcemanager.ha.enabled': 'true',
      'yarn.resourcemanager.ha.rm-ids': 'rm1,rm2',
      'yarn.resourcemanager.address.rm1': 'rm1:8032',
      'yarn.resourcemanager.address.rm2': 'rm2:8033',
      'yarn.resourcemanager.webapp.https.address.rm1': 'rm1:8090',
      'yarn.resourcemanager.webapp.https.address.rm2': 'rm2:8090',
      'yarn.resourcemanager.principal': 'yarn/_HOST@BANK.EXAMPLE',
    });
  });
});

test('characters that mean something in XML are written as text', () => {
  const nameNodes = [{ host: 'a&b<c>d&amp;', port: 8020 }];

  expect(hadoopFiles(aHadoopCluster({ hdfs: { nameNodes } }))['hdfs-site.xml']).toContain(
    '<value>a&amp;b&lt;c&gt;d&amp;amp;:8020</value>',
  );
});

test('a site file is XML from its first character', () => {
  expect(hadoopFiles(aHadoopCluster())['core-site.xml']).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<configuration>\n[^]*<\/configuration>\n$/,
  );
});

test('Kerberos asks every KDC, of the realm and for the domains that are given', () => {
  const kdcs = [
    { host: 'kdc1', port: 88 },
    { host: 'kdc2', port: 750 },
  ];
  const kerberos = { realm: 'HADOOP.BANK', kdcs, domains: ['a.bank', 'b.bank'] };

  expect(hadoopFiles(aHadoopCluster({ kerberos }))['krb5.conf']).toContain(`[realms]
  HADOOP.BANK = {
    kdc = kdc1:88
    kdc = kdc2:750
  }

[domain_realm]
  .a.bank = HADOOP.BANK
  a.bank = HADOOP.BANK
  .b.bank = HADOOP.BANK
  b.bank = HADOOP.BANK
`);
});

test.each([
  'default_realm = BANK.EXAMPLE',
  'rdns = false',
  'dns_canonicalize_hostname = false',
  'udp_preference_limit = 1',
  'default_ccache_name = FILE:/tmp/krb5cc_%{uid}',
])('Kerberos is told "%s", without which a container cannot log in', (setting) => {
  expect(hadoopFiles(aHadoopCluster())['krb5.conf']?.split('\n')).toContain(`  ${setting}`);
});
