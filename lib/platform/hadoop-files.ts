import type { HadoopCluster } from './hadoop-cluster';
import { hostPort, type HostPort } from './host-port';

/** Returns the client configuration of a Hadoop cluster: file name to content. */
export function hadoopFiles(cluster: HadoopCluster): Readonly<Record<string, string>> {
  return {
    'core-site.xml': siteXml(coreSite(cluster)),
    'hdfs-site.xml': siteXml(hdfsSite(cluster)),
    'krb5.conf': krb5Conf(cluster),
    'yarn-site.xml': siteXml(yarnSite(cluster)),
  };
}

type Properties = Readonly<Record<string, string>>;

function coreSite({ hdfs }: HadoopCluster): Properties {
  return {
    'fs.defaultFS': `hdfs://${hdfs.nameService}`,
    'hadoop.security.authentication': 'kerberos',
    'hadoop.security.authorization': 'true',
  };
}

function hdfsSite({ hdfs, kerberos }: HadoopCluster): Properties {
  const { nameService, nameNodes, dataNodePort } = hdfs;
  const prefix = `dfs.namenode.rpc-address.${nameService}`;
  return {
    'dfs.nameservices': nameService,
    ...(nameNodes.length > 1
      ? {
          [`dfs.ha.namenodes.${nameService}`]: ids('nn', nameNodes).join(','),
          [`dfs.client.failover.proxy.provider.${nameService}`]:
            'org.apache.hadoop.hdfs.server.namenode.ha.ConfiguredFailoverProxyProvider',
          ...perServer(`${prefix}.`, 'nn', nameNodes),
        }
      : { [prefix]: nameNodes.map(hostPort).join() }),
    'dfs.namenode.kerberos.principal': `hdfs/_HOST@${kerberos.realm}`,
    'dfs.datanode.kerberos.principal': `hdfs/_HOST@${kerberos.realm}`,
    'dfs.client.use.datanode.hostname': 'true',
    // Data nodes on a privileged port (below 1024) do not speak SASL, and refuse a client that does.
    ...(dataNodePort < 1024 ? {} : { 'dfs.data.transfer.protection': hdfs.dataTransferProtection ?? 'authentication' }),
  };
}

function yarnSite({ yarn, kerberos }: HadoopCluster): Properties {
  const { resourceManagers, webPort } = yarn;
  const webServers = resourceManagers.map(({ host }) => ({ host, port: webPort }));
  const addresses = (name: string, servers: readonly HostPort[]): Properties =>
    servers.length > 1
      ? perServer(`yarn.resourcemanager.${name}.`, 'rm', servers)
      : { [`yarn.resourcemanager.${name}`]: servers.map(hostPort).join() };
  return {
    ...(resourceManagers.length > 1
      ? {
          'yarn.resourcemanager.ha.enabled': 'true',
          'yarn.resourcemanager.ha.rm-ids': ids('rm', resourceManagers).join(','),
        }
      : {}),
    ...addresses('address', resourceManagers),
    ...addresses('webapp.https.address', webServers),
    'yarn.resourcemanager.principal': `yarn/_HOST@${kerberos.realm}`,
  };
}

function krb5Conf({ kerberos: { realm, kdcs, domains } }: HadoopCluster): string {
  return `[libdefaults]
  default_realm = ${realm}
  dns_lookup_realm = false
  dns_lookup_kdc = false
  # Addresses behind a balancer resolve back to other names, for which the KDC has no key.
  rdns = false
  dns_canonicalize_hostname = false
  # Tickets with many groups do not fit a UDP packet.
  udp_preference_limit = 1
  # A container has no kernel keyring to keep tickets in.
  default_ccache_name = FILE:/tmp/krb5cc_%{uid}
  forwardable = true
  ticket_lifetime = 24h
  renew_lifetime = 7d

[realms]
  ${realm} = {
${kdcs.map((kdc) => `    kdc = ${hostPort(kdc)}\n`).join('')}  }

[domain_realm]
${domains.map((domain) => `  .${domain} = ${realm}\n  ${domain} = ${realm}\n`).join('')}`;
}

function ids(prefix: string, servers: readonly HostPort[]): readonly string[] {
  return servers.map((_, index) => `${prefix}${index + 1}`);
}

function perServer(key: string, idPrefix: string, servers: readonly HostPort[]): Properties {
  const names = ids(idPrefix, servers);
  return Object.fromEntries(servers.map((server, index) => [`${key}${names[index]}`, hostPort(server)]));
}

function siteXml(properties: Properties): string {
  const entries = Object.entries(properties).map(
    ([name, value]) =>
      `  <property>\n    <name>${escapeXml(name)}</name>\n    <value>${escapeXml(value)}</value>\n  </property>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<configuration>\n${entries.join('')}</configuration>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
