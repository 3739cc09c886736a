import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { OperatorError } from '../operator-error';
import { allEnvironments } from './all-environments';
import { requireEnvironments } from './check-environments';
import type { Environment } from './environment';
import { prod } from './prod';
import { test as testEnvironment } from './test';

const CORRECT = 'Correct it in lib/environments/prod.ts.';
const DNS_NAME = 'a DNS name: a-z, 0-9, "-" and ".", 253 characters at most, no part longer than 63';
const DNS_LABEL = 'a DNS label: a-z, 0-9 and "-", 63 characters at most';
const PORT = 'a whole number from 1 to 65535';
const REGISTRY_HOST = 'a DNS name, with ":" and a port where it is not 443';
const NODE_PORT = 'a whole number from 30000 to 32767';
const CIDR = 'a CIDR such as 10.0.0.0/8';

/** Returns what is said of environments, or nothing where they are accepted. */
function said(...environments: readonly Environment[]): string {
  try {
    requireEnvironments(environments);
    return '';
  } catch (error) {
    if (error instanceof OperatorError) {
      return error.message;
    }
    throw error;
  }
}

/** Returns production with other data. */
function aProd(parts: Partial<Environment>): Environment {
  return { ...prod, ...parts };
}

const withCloud = (cloud: Partial<Environment['cloud']>) => aProd({ cloud: { ...prod.cloud, ...cloud } });
const withRegistry = (registry: Partial<Environment['registry']>) =>
  aProd({ registry: { ...prod.registry, ...registry } });
const withHadoop = (hadoop: Partial<Environment['hadoop']>) => aProd({ hadoop: { ...prod.hadoop, ...hadoop } });
const withKerberos = (kerberos: Partial<Environment['hadoop']['kerberos']>) =>
  withHadoop({ kerberos: { ...prod.hadoop.kerberos, ...kerberos } });
const withHdfs = (hdfs: Partial<Environment['hadoop']['hdfs']>) =>
  withHadoop({ hdfs: { ...prod.hadoop.hdfs, ...hdfs } });
const withYarn = (yarn: Partial<Environment['hadoop']['yarn']>) =>
  withHadoop({ yarn: { ...prod.hadoop.yarn, ...yarn } });
const withMail = (mail: Partial<Environment['mailRelay']>) => aProd({ mailRelay: { ...prod.mailRelay, ...mail } });
const withIngress = (focus: Partial<(typeof prod)['entries']['focus'] | Record<string, unknown>>) =>
  aProd({ entries: { ...prod.entries, focus: { ...prod.entries.focus, ...focus } } });
const withNodePort = (port: number, ...allowedRanges: readonly string[]) =>
  aProd({ entries: { ...prod.entries, focus: { type: 'node-port', port, allowedRanges } } });
const withWeb = (web: Partial<Environment['workloads']['focus-web']>) =>
  aProd({ workloads: { ...prod.workloads, 'focus-web': { ...prod.workloads['focus-web'], ...web } } });
const withMysql = (storage: Size, backup: Partial<Environment['stores']['focus-mysql']['backup']> = {}) =>
  aProd({
    stores: { ...prod.stores, 'focus-mysql': { storage, backup: { ...prod.stores['focus-mysql'].backup, ...backup } } },
  });

test('the environments that there are have nothing wrong with them', () => {
  expect(said(...allEnvironments)).toBe('');
});

test('a third environment, made from production, is accepted beside the others', () => {
  const rehearsal: Environment = { ...prod, name: 'rehearsal', namespace: 'znyw-rehearsal' };

  expect(said(...allEnvironments, rehearsal)).toBe('');
});

test('two environments of one name would be written to one folder', () => {
  expect(said(prod, { ...testEnvironment, name: 'prod' })).toBe(
    `error environment prod:
  2 environments have this name; 1 may, as it names the folder in dist/
  to fix: Rename one of them, or take it from lib/environments/all-environments.ts.`,
  );
});

/** Environments with one thing wrong: the field, what is there, and what may be there. */
const wrong: readonly (readonly [Environment, string, string, string])[] = [
  [aProd({ namespace: 'znyw_prod' }), 'namespace', '"znyw_prod"', DNS_LABEL],
  [aProd({ storageClass: 'Fast' }), 'storageClass', '"Fast"', DNS_NAME],
  [aProd({ timeZone: 'Beijing' }), 'timeZone', '"Beijing"', 'an IANA name such as "Asia/Shanghai"'],

  [withCloud({ vms: 0 }), 'cloud.vms', '0', 'a whole number of 1 or more'],
  [withCloud({ vms: 1.5 }), 'cloud.vms', '1.5', 'a whole number of 1 or more'],
  [withCloud({ vmCpu: Cpu.units(0) }), 'cloud.vmCpu', '"0"', 'more than 0'],
  [withCloud({ vmMemory: Size.gibibytes(0) }), 'cloud.vmMemory', '"0"', 'more than 0'],
  [withCloud({ requestsSharePercent: 0 }), 'cloud.requestsSharePercent', '0', 'a whole number from 1 to 100'],
  [withCloud({ requestsSharePercent: 0.5 }), 'cloud.requestsSharePercent', '0.5', 'a whole number from 1 to 100'],
  [withCloud({ limitsSharePercent: 101 }), 'cloud.limitsSharePercent', '101', 'a whole number from 1 to 100'],
  [withCloud({ systemSharePercent: -5 }), 'cloud.systemSharePercent', '-5', 'a whole number from 1 to 100'],
  [withCloud({ nodeLocalDnsAddress: 'dns' }), 'cloud.nodeLocalDnsAddress', '"dns"', 'an IP address'],

  [withRegistry({ host: 'DTR.bank.example' }), 'registry.host', '"DTR.bank.example"', REGISTRY_HOST],
  [withRegistry({ host: 'dtr.bank.example:70000' }), 'registry.host', '"dtr.bank.example:70000"', REGISTRY_HOST],
  [
    withRegistry({ organisation: 'znyw/aiops' }),
    'registry.organisation',
    '"znyw/aiops"',
    'a-z and 0-9, with single ".", "_" or "-" between',
  ],
  [withRegistry({ pullSecret: 'dtr znyw' }), 'registry.pullSecret', '"dtr znyw"', DNS_NAME],
  [
    withRegistry({ digests: { redis: 'sha256:abc' } }),
    'registry.digests.redis',
    '"sha256:abc"',
    '"sha256:" and 64 hexadecimal digits',
  ],

  [withIngress({ className: 'Nginx' }), 'entries.focus.className', '"Nginx"', DNS_NAME],
  [withIngress({ host: 'focus..example' }), 'entries.focus.host', '"focus..example"', DNS_NAME],
  [withIngress({ host: 'https://focus.example' }), 'entries.focus.host', '"https://focus.example"', DNS_NAME],
  [withIngress({ tlsSecret: '' }), 'entries.focus.tlsSecret', '""', DNS_NAME],
  [
    withIngress({ controller: { namespace: 'ingress.nginx', podLabels: {} } }),
    'entries.focus.controller.namespace',
    '"ingress.nginx"',
    DNS_LABEL,
  ],
  [withNodePort(8080, '10.0.0.0/8'), 'entries.focus.port', '8080', NODE_PORT],
  [withNodePort(32768, '10.0.0.0/8'), 'entries.focus.port', '32768', NODE_PORT],
  [withNodePort(30080), 'entries.focus.allowedRanges', '"0 ranges"', '1 or more'],
  [withNodePort(30080, '10.0.0.0/33'), 'entries.focus.allowedRanges[0]', '"10.0.0.0/33"', CIDR],
  [withNodePort(30080, '10.0.0.0/8', '10.0.0/8'), 'entries.focus.allowedRanges[1]', '"10.0.0/8"', CIDR],

  [withKerberos({ realm: 'bank.example' }), 'hadoop.kerberos.realm', '"bank.example"', 'A-Z, 0-9, "." and "-"'],
  [withKerberos({ kdcs: [] }), 'hadoop.kerberos.kdcs', '"0 servers"', '1 or more'],
  [withKerberos({ kdcs: [{ host: 'kdc 1', port: 88 }] }), 'hadoop.kerberos.kdcs[0].host', '"kdc 1"', DNS_NAME],
  [withKerberos({ kdcs: [{ host: 'kdc1', port: 0 }] }), 'hadoop.kerberos.kdcs[0].port', '0', PORT],
  [withKerberos({ domains: ['a.example', '.b'] }), 'hadoop.kerberos.domains[1]', '".b"', DNS_NAME],
  [withHdfs({ nameService: 'aiops.prod' }), 'hadoop.hdfs.nameService', '"aiops.prod"', DNS_LABEL],
  [withHdfs({ nameNodes: [] }), 'hadoop.hdfs.nameNodes', '"0 servers"', '1 or more'],
  [withHdfs({ dataNodePort: 98660 }), 'hadoop.hdfs.dataNodePort', '98660', PORT],
  [
    withYarn({ resourceManagers: [prod.hadoop.yarn.resourceManagers[0], { host: 'rm2', port: 80.5 }] }),
    'hadoop.yarn.resourceManagers[1].port',
    '80.5',
    PORT,
  ],
  [withYarn({ webPort: -1 }), 'hadoop.yarn.webPort', '-1', PORT],
  [withHadoop({ addressRanges: [] }), 'hadoop.addressRanges', '"0 ranges"', '1 or more'],
  [
    withHadoop({ principals: { ...prod.hadoop.principals, train: 'znyw-train@BANK' } }),
    'hadoop.principals.train',
    '"znyw-train@BANK"',
    'a principal without its realm',
  ],
  [withHadoop({ keytabSecret: 'Keytabs' }), 'hadoop.keytabSecret', '"Keytabs"', DNS_NAME],
  [withHadoop({ sparkArchive: '/apps/a.zip' }), 'hadoop.sparkArchive', '"/apps/a.zip"', 'an hdfs:// path'],
  [withHadoop({ workFolder: 'hdfs://aiops' }), 'hadoop.workFolder', '"hdfs://aiops"', 'an hdfs:// path'],
  [
    withHadoop({ storeAccess: { ...prod.hadoop.storeAccess, host: 'VMs' } }),
    'hadoop.storeAccess.host',
    '"VMs"',
    DNS_NAME,
  ],
  [
    withHadoop({ storeAccess: { host: 'vms', nodePorts: { 'anomaly-influx': 8086, 'anomaly-mongo': 30017 } } }),
    'hadoop.storeAccess.nodePorts.anomaly-influx',
    '8086',
    NODE_PORT,
  ],
  [
    withHadoop({ reachesPods: false, storeAccess: { host: 'vms', nodePorts: { 'anomaly-mongo': 30017 } } }),
    'hadoop.storeAccess.nodePorts.anomaly-influx',
    'not set',
    'a port from 30000 to 32767, as hadoop.reachesPods is false and drivers run in YARN',
  ],

  [aProd({ streamSource: { ...prod.streamSource, brokers: [] } }), 'streamSource.brokers', '"0 servers"', '1 or more'],
  [
    aProd({ streamSource: { ...prod.streamSource, brokers: [{ host: 'kafka_1', port: 9092 }] } }),
    'streamSource.brokers[0].host',
    '"kafka_1"',
    DNS_NAME,
  ],
  [
    aProd({ streamSource: { ...prod.streamSource, addressRanges: ['kafka'] } }),
    'streamSource.addressRanges[0]',
    '"kafka"',
    CIDR,
  ],
  [
    aProd({ streamSource: { type: 'socket', server: { host: 'feed', port: 99999 }, addressRanges: ['10.0.0.1/32'] } }),
    'streamSource.server.port',
    '99999',
    PORT,
  ],
  [withMail({ host: '-smtp' }), 'mailRelay.host', '"-smtp"', DNS_NAME],
  [withMail({ port: 0 }), 'mailRelay.port', '0', PORT],
  [withMail({ addressRanges: [] }), 'mailRelay.addressRanges', '"0 ranges"', '1 or more'],
  [withMail({ sender: 'aiops' }), 'mailRelay.sender', '"aiops"', 'a mail address'],
  [withMail({ credentialsSecret: 'mail_relay' }), 'mailRelay.credentialsSecret', '"mail_relay"', DNS_NAME],

  [
    aProd({ schedules: { training: '0 4 * *' } }),
    'schedules.training',
    '"0 4 * *"',
    'five fields of cron such as "0 2 * * *" (has 4 fields; 5 are expected: minute, hour, day of month, month, day of week)',
  ],
  [
    withMysql(Size.gibibytes(20), { schedule: '0 25 * * *' }),
    'stores.focus-mysql.backup.schedule',
    '"0 25 * * *"',
    'five fields of cron such as "0 2 * * *" (hour is 25; 0 to 23 are allowed)',
  ],
  [withMysql(Size.gibibytes(0)), 'stores.focus-mysql.storage', '"0"', 'more than 0'],
  [
    withMysql(Size.gibibytes(20), { storage: Size.gibibytes(0) }),
    'stores.focus-mysql.backup.storage',
    '"0"',
    'more than 0',
  ],
  [
    withMysql(Size.gibibytes(20), { retention: Duration.hours(36) }),
    'stores.focus-mysql.backup.retention',
    '"1.5 days"',
    'a whole number of days, 1 or more',
  ],
  [
    withMysql(Size.gibibytes(20), { retention: Duration.days(0) }),
    'stores.focus-mysql.backup.retention',
    '"0 days"',
    'a whole number of days, 1 or more',
  ],

  [withWeb({ replicas: 1.5 }), 'workloads.focus-web.replicas', '1.5', 'a whole number of 1 or more'],
  [withWeb({ replicas: -1 }), 'workloads.focus-web.replicas', '-1', 'a whole number of 1 or more'],
  [
    withWeb({ cpu: { request: Cpu.millis(0), limit: Cpu.units(1) } }),
    'workloads.focus-web.cpu.request',
    '"0"',
    'more than 0',
  ],
  [
    withWeb({ memory: { request: Size.gibibytes(1), limit: Size.gibibytes(0) } }),
    'workloads.focus-web.memory.limit',
    '"0"',
    'more than 0',
  ],
  [
    withWeb({ cpu: { request: Cpu.units(0.0005), limit: Cpu.units(1) } }),
    'workloads.focus-web.cpu.request',
    'CPU of "0.0005" is no whole number of thousandths; write Cpu.millis(n) with a whole n',
    'an exact amount',
  ],
];

test.each(wrong.map(([environment, field, is, expected]) => ({ environment, field, is, expected })))(
  '$field that is $is is refused, and what it may be is said',
  ({ environment, field, is, expected }) => {
    expect(said(environment)).toBe(
      `error environment prod ${field}:\n  is ${is}; expected ${expected}\n  to fix: ${CORRECT}`,
    );
  },
);

test('a registry that is given as a URL is refused with what was written', () => {
  expect(said(withRegistry({ host: 'https://dtr.bank.example' }))).toContain('"https://dtr.bank.example"');
});

test('CPU of a VM in parts of a thousandth is refused like all other data', () => {
  expect(said(withCloud({ vmCpu: Cpu.units(0.0005) }))).toContain('error environment prod cloud.vmCpu:');
});

test('storage in parts of a byte is refused like all other data', () => {
  expect(said(withMysql(Size.kibibytes(0.3)))).toContain('error environment prod stores.focus-mysql.storage:');
});

test('an environment whose name cannot be that of a folder is named by it', () => {
  expect(said({ ...prod, name: 'Prod 2' })).toBe(
    `error environment Prod 2 name:
  is "Prod 2"; expected ${DNS_LABEL}
  to fix: Correct it in lib/environments/Prod 2.ts.`,
  );
});

test('zero replicas are not the way to stop a workload', () => {
  expect(said(withWeb({ replicas: 0 }))).toBe(
    `error environment prod workloads.focus-web.replicas:
  is 0; expected a whole number of 1 or more
  to fix: Write stopped: true in lib/environments/prod.ts to keep it without a Pod.`,
  );
});

test('a request above its limit is left to the rules, which report it together with the sums', () => {
  expect(said(withWeb({ cpu: { request: Cpu.units(2), limit: Cpu.millis(1500) } }))).toBe('');
});

test('a workload that is stopped is accepted', () => {
  expect(said(withWeb({ stopped: true }))).toBe('');
});

test.each([
  ['10.1.2.3', '10.1.2.3/32'],
  ['fd00::1', 'fd00::1/128'],
])('an address %s where a range is wanted is proposed as %s', (address, range) => {
  expect(said(withMail({ addressRanges: [address] }))).toBe(
    `error environment prod mailRelay.addressRanges[0]:
  is "${address}"; expected ${CIDR}
  to fix: Did you mean "${range}"?`,
  );
});

test.each(['10.0.0.0/8', '0.0.0.0/0', '10.1.2.3/32', 'fd00::/8', '::1/128'])('the range %s is accepted', (range) => {
  expect(said(withMail({ addressRanges: [range] }))).toBe('');
});

test('two ways in cannot have one port of the VMs', () => {
  const entry = { type: 'node-port', port: 30080, allowedRanges: ['10.0.0.0/8'] } as const;

  expect(said(aProd({ entries: { focus: entry, anomaly: entry } }))).toBe(
    `error environment prod entries.anomaly.port:
  is 30080; expected another port than entries.focus.port has
  to fix: ${CORRECT}`,
  );
});

test('a way in cannot have the port by which drivers in YARN reach a store', () => {
  const focus = { type: 'node-port', port: 30086, allowedRanges: ['10.0.0.0/8'] } as const;
  const environment = { ...testEnvironment, entries: { ...testEnvironment.entries, focus } };

  expect(said(environment)).toBe(
    `error environment test hadoop.storeAccess.nodePorts.anomaly-influx:
  is 30086; expected another port than entries.focus.port has
  to fix: Correct it in lib/environments/test.ts.`,
  );
});

test('ports of stores are free for others where YARN reaches Pods, as they are not opened', () => {
  expect(said(withNodePort(30086, '10.0.0.0/8'))).toBe('');
});

test('a copy of an environment in the same namespace, with the same entries, is refused; another cluster is not', () => {
  const copy = aProd({ name: 'uat' });
  const anomaly = { type: 'node-port', port: 30086, allowedRanges: ['10.0.0.0/8'] } as const;

  expect(said(prod, copy)).toBe(
    'error environment uat namespace:\n' +
      '  is znyw-prod with the entries of prod, focus.znyw.bank.example and anomaly.znyw.bank.example; ' +
      'expected a namespace or entries of its own\n' +
      '  to fix: Correct them in lib/environments/uat.ts, and all else that was taken over from prod.',
  );
  expect(said(prod, { ...copy, entries: { ...prod.entries, anomaly } })).toBe('');
  expect(said(prod, { ...copy, namespace: 'znyw-uat' })).toBe('');
});

test('everything that is wrong is said at once, of all environments', () => {
  const message = said(
    { ...prod, timeZone: 'Beijing', schedules: { training: 'weekly' } },
    { ...testEnvironment, storageClass: 'Fast', workloads: withWeb({ replicas: 0 }).workloads },
  );

  expect(message.split('\n').filter((line) => line.startsWith('error '))).toEqual([
    'error environment prod timeZone:',
    'error environment prod schedules.training:',
    'error environment test storageClass:',
    'error environment test workloads.focus-web.replicas:',
  ]);
});

test.each<[string, Partial<Environment>]>([
  ['Kafka without encryption', { streamSource: { ...prod.streamSource, securityProtocol: 'PLAINTEXT' } }],
  [
    'a server that sends lines',
    { streamSource: { type: 'socket', server: { host: 'feed.example', port: 9999 }, addressRanges: ['10.0.0.1/32'] } },
  ],
  [
    'a relay that takes mail without a password',
    { mailRelay: { ...prod.mailRelay, port: 25, encryption: 'none', credentialsSecret: undefined } },
  ],
  ['a registry on a port of its own', { registry: { ...prod.registry, host: 'dtr.bank.example:5000' } }],
  ['a DNS cache on each VM', { cloud: { ...prod.cloud, nodeLocalDnsAddress: '169.254.20.10' } }],
  [
    'data nodes on a privileged port',
    { hadoop: { ...prod.hadoop, hdfs: { ...prod.hadoop.hdfs, dataNodePort: 1004 } } },
  ],
  [
    'no way for drivers in YARN to stores, where none run there',
    { hadoop: { ...prod.hadoop, storeAccess: undefined } },
  ],
])('%s is accepted', (_what, parts) => {
  expect(said(aProd(parts))).toBe('');
});
