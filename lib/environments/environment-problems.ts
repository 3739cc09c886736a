import { isIP } from 'node:net';
import type { BrowserEntry } from '../platform/browser-entry';
import type { HadoopCluster } from '../platform/hadoop-cluster';
import { cronProblem } from '../validation/names/cron-schedule';
import { isTimeZone } from '../validation/names/time-zone';
import {
  addressRanges,
  dnsLabel,
  dnsName,
  nodePort,
  portNumber,
  server,
  servers,
  someCpu,
  someMemory,
  unless,
  wholePercent,
  type DataProblem,
} from './data-problems';
import { environmentSource, type Environment } from './environment';
import { sizeProblems, storeProblems } from './size-problems';

export type { DataProblem } from './data-problems';

/** The stores that a Spark driver in YARN calls. */
const STORES_OF_DRIVERS = ['anomaly-influx', 'anomaly-mongo'];

/** Returns everything that is wrong with the data of one environment. */
export function environmentProblems(environment: Environment): readonly DataProblem[] {
  const { name, namespace, storageClass, timeZone, entries, hadoop, schedules } = environment;
  return [
    ...dnsLabel('name', name),
    ...dnsLabel('namespace', namespace),
    ...cloudProblems(environment),
    ...registryProblems(environment),
    ...dnsName('storageClass', storageClass),
    ...Object.entries(entries).flatMap(([module, entry]) => entryProblems(`entries.${module}`, entry)),
    ...hadoopProblems(hadoop),
    ...nodePortsOnce(environment),
    ...hostsOnce(environment),
    ...outsideProblems(environment),
    ...unless(isTimeZone(timeZone), 'timeZone', timeZone, 'an IANA name such as "Asia/Shanghai"'),
    ...cron('schedules.training', schedules.training),
    ...Object.entries(environment.workloads).flatMap(([workload, settings]) =>
      sizeProblems(`workloads.${workload}`, settings, environmentSource(environment)),
    ),
    ...Object.entries(environment.stores).flatMap(([store, settings]) => [
      ...storeProblems(`stores.${store}`, settings),
      ...cron(`stores.${store}.backup.schedule`, settings.backup.schedule),
    ]),
  ];
}

function cloudProblems({ cloud }: Environment): readonly DataProblem[] {
  const { vms, vmCpu, vmMemory, requestsSharePercent, limitsSharePercent, systemSharePercent, nodeLocalDnsAddress } =
    cloud;
  return [
    ...unless(Number.isInteger(vms) && vms >= 1, 'cloud.vms', vms, 'a whole number of 1 or more'),
    ...someCpu('cloud.vmCpu', vmCpu),
    ...someMemory('cloud.vmMemory', vmMemory),
    ...wholePercent('cloud.requestsSharePercent', requestsSharePercent),
    ...wholePercent('cloud.limitsSharePercent', limitsSharePercent),
    ...(systemSharePercent === undefined ? [] : wholePercent('cloud.systemSharePercent', systemSharePercent)),
    ...(nodeLocalDnsAddress === undefined
      ? []
      : unless(isIP(nodeLocalDnsAddress) !== 0, 'cloud.nodeLocalDnsAddress', nodeLocalDnsAddress, 'an IP address')),
  ];
}

function registryProblems({ registry }: Environment): readonly DataProblem[] {
  const [, host = '', port = '443'] = /^([^:]+)(?::(\d+))?$/.exec(registry.host) ?? [];
  return [
    ...unless(
      dnsName('', host).length === 0 && portNumber('', Number(port)).length === 0,
      'registry.host',
      registry.host,
      'a DNS name, with ":" and a port where it is not 443',
    ),
    ...unless(
      /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(registry.organisation),
      'registry.organisation',
      registry.organisation,
      'a-z and 0-9, with single ".", "_" or "-" between',
    ),
    ...dnsName('registry.pullSecret', registry.pullSecret),
    ...Object.entries(registry.digests ?? {}).flatMap(([image, digest]) =>
      unless(
        /^sha256:[0-9a-f]{64}$/.test(digest),
        `registry.digests.${image}`,
        digest,
        '"sha256:" and 64 hexadecimal digits',
      ),
    ),
  ];
}

function entryProblems(field: string, entry: BrowserEntry): readonly DataProblem[] {
  if (entry.type === 'node-port') {
    return [...nodePort(`${field}.port`, entry.port), ...addressRanges(`${field}.allowedRanges`, entry.allowedRanges)];
  }
  return [
    ...dnsName(`${field}.className`, entry.className),
    ...dnsName(`${field}.host`, entry.host),
    ...dnsName(`${field}.tlsSecret`, entry.tlsSecret),
    ...dnsLabel(`${field}.controller.namespace`, entry.controller.namespace),
  ];
}

function hadoopProblems(hadoop: HadoopCluster): readonly DataProblem[] {
  const { kerberos, hdfs, yarn, reachesPods, storeAccess } = hadoop;
  const { realm } = kerberos;
  return [
    ...unless(/^[A-Z0-9][A-Z0-9.-]*$/.test(realm), 'hadoop.kerberos.realm', realm, 'A-Z, 0-9, "." and "-"'),
    ...servers('hadoop.kerberos.kdcs', kerberos.kdcs),
    ...kerberos.domains.flatMap((domain, index) => dnsName(`hadoop.kerberos.domains[${index}]`, domain)),
    ...dnsLabel('hadoop.hdfs.nameService', hdfs.nameService),
    ...servers('hadoop.hdfs.nameNodes', hdfs.nameNodes),
    ...portNumber('hadoop.hdfs.dataNodePort', hdfs.dataNodePort),
    ...servers('hadoop.yarn.resourceManagers', yarn.resourceManagers),
    ...portNumber('hadoop.yarn.webPort', yarn.webPort),
    ...addressRanges('hadoop.addressRanges', hadoop.addressRanges),
    ...Object.entries(hadoop.principals).flatMap(([as, principal]) =>
      unless(/^[^@\s]+$/.test(principal), `hadoop.principals.${as}`, principal, 'a principal without its realm'),
    ),
    ...dnsName('hadoop.keytabSecret', hadoop.keytabSecret),
    ...(['sparkArchive', 'workFolder'] as const).flatMap((field) =>
      unless(/^hdfs:\/\/\S*\/\S+$/.test(hadoop[field]), `hadoop.${field}`, hadoop[field], 'an hdfs:// path'),
    ),
    ...(storeAccess === undefined ? [] : dnsName('hadoop.storeAccess.host', storeAccess.host)),
    ...Object.entries(storeAccess?.nodePorts ?? {}).flatMap(([store, port]) =>
      nodePort(`hadoop.storeAccess.nodePorts.${store}`, port),
    ),
    ...STORES_OF_DRIVERS.filter((store) => !reachesPods && storeAccess?.nodePorts[store] === undefined).map(
      (store) => ({
        field: `hadoop.storeAccess.nodePorts.${store}`,
        is: 'not set',
        expected: 'a port from 30000 to 32767, as hadoop.reachesPods is false and drivers run in YARN',
      }),
    ),
  ];
}

/** A NodePort is taken once in the whole cluster. */
function nodePortsOnce({ entries, hadoop }: Environment): readonly DataProblem[] {
  const taken = new Map<number, string>();
  const ports: (readonly [string, number])[] = [
    ...Object.entries(entries).flatMap(([module, entry]) =>
      entry.type === 'node-port' ? [[`entries.${module}.port`, entry.port] as const] : [],
    ),
    ...Object.entries(hadoop.reachesPods ? {} : (hadoop.storeAccess?.nodePorts ?? {})).map(
      ([store, port]) => [`hadoop.storeAccess.nodePorts.${store}`, port] as const,
    ),
  ];
  return ports.flatMap(([field, port]) => {
    const other = taken.get(port);
    taken.set(port, other ?? field);
    return unless(other === undefined, field, port, `another port than ${other ?? ''} has`);
  });
}

/** Two entries of one host would both claim its paths. */
function hostsOnce({ entries }: Environment): readonly DataProblem[] {
  const { focus, anomaly } = entries;
  const same = focus.type === 'ingress' && anomaly.type === 'ingress' && focus.host === anomaly.host;
  return same ? unless(false, 'entries.anomaly.host', anomaly.host, 'another host than entries.focus.host has') : [];
}

function outsideProblems({ streamSource, mailRelay }: Environment): readonly DataProblem[] {
  return [
    ...(streamSource.type === 'kafka'
      ? servers('streamSource.brokers', streamSource.brokers)
      : server('streamSource.server', streamSource.server)),
    ...addressRanges('streamSource.addressRanges', streamSource.addressRanges),
    ...server('mailRelay', mailRelay),
    ...addressRanges('mailRelay.addressRanges', mailRelay.addressRanges),
    ...unless(/^[^@\s]+@[^@\s]+$/.test(mailRelay.sender), 'mailRelay.sender', mailRelay.sender, 'a mail address'),
    ...(mailRelay.credentialsSecret === undefined
      ? []
      : dnsName('mailRelay.credentialsSecret', mailRelay.credentialsSecret)),
  ];
}

function cron(field: string, schedule: string): readonly DataProblem[] {
  // Kubernetes takes descriptors, too; whoever else is handed the schedule may not.
  const problem = schedule.startsWith('@') ? 'is a descriptor' : cronProblem(schedule);
  return unless(problem === undefined, field, schedule, `five fields of cron such as "0 2 * * *" (${problem ?? ''})`);
}
