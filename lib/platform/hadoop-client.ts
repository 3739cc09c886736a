import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { KubeConfigMap } from '../../imports/k8s';
import { configChecksum } from './checksum';
import { rangePeers, type Client, type Endpoint, type Grant, type Port } from './endpoint';
import type { HadoopCluster, HadoopFunction } from './hadoop-cluster';
import { hadoopFiles } from './hadoop-files';
import { portsOf } from './host-port';
import type { Labels } from './labels';

const CONFIG_FOLDER = '/etc/hadoop';
const KEYTAB_FOLDER = '/run/secrets/kerberos';

export interface HadoopClientProps {
  readonly cluster: HadoopCluster;
  readonly namespace: string;
  /** Name of the ConfigMap. */
  readonly name: string;
  readonly labels: Labels;
  /** The files to open for a change. */
  readonly sources: readonly string[];
}

/** What a client of Hadoop says of itself. */
export interface HadoopAccess {
  /** The function whose principal and key tab it logs in with. */
  readonly as: HadoopFunction;
}

/**
 * The client configuration of the Hadoop cluster, in a file of its own, as several workloads share it; and the
 * cluster itself as something to connect to.
 */
export class HadoopClient extends Chart implements Endpoint<HadoopAccess> {
  readonly name = 'hadoop';
  readonly summary = 'client configuration of the Hadoop cluster, shared by the workloads that run Spark jobs';
  readonly cluster: HadoopCluster;
  readonly sources: readonly string[];

  private readonly configMap: string;
  private readonly checksum: string;

  constructor(scope: Construct, id: string, { cluster, namespace, name, labels, sources }: HadoopClientProps) {
    super(scope, id, { namespace, labels });
    const data = hadoopFiles(cluster);
    new KubeConfigMap(this, 'config', { metadata: { name }, data });
    this.cluster = cluster;
    this.sources = sources;
    this.configMap = name;
    this.checksum = configChecksum(data);
  }

  admit(_client: Client, { as }: HadoopAccess): Grant {
    const { addressRanges, kerberos, keytabSecret, principals } = this.cluster;
    const keytab = `${as}.keytab`;
    const from = { configMap: this.configMap };
    return {
      reach: [{ peers: rangePeers(addressRanges), ports: this.ports() }],
      environment: {
        HADOOP_CONF_DIR: CONFIG_FOLDER,
        // The JVM does not read this variable, but kinit does; the JVM finds /etc/krb5.conf by itself.
        KRB5_CONFIG: '/etc/krb5.conf',
        KERBEROS_PRINCIPAL: `${principals[as]}@${kerberos.realm}`,
        KERBEROS_KEYTAB: `${KEYTAB_FOLDER}/${keytab}`,
      },
      files: [
        {
          path: CONFIG_FOLDER,
          from,
          keys: ['core-site.xml', 'hdfs-site.xml', 'yarn-site.xml'],
          checksum: this.checksum,
        },
        { path: '/etc/krb5.conf', from, subPath: 'krb5.conf', checksum: this.checksum },
        { path: KEYTAB_FOLDER, from: { secret: keytabSecret }, keys: [keytab] },
      ],
    };
  }

  /** The ports of Hadoop that a client calls: KDC (TCP and UDP), name nodes, data nodes, resource managers. */
  private ports(): readonly Port[] {
    const { kerberos, hdfs, yarn } = this.cluster;
    const kdcPorts = portsOf(kerberos.kdcs);
    const tcp = new Set([
      ...kdcPorts,
      ...portsOf(hdfs.nameNodes),
      hdfs.dataNodePort,
      ...(hdfs.kmsPort === undefined ? [] : [hdfs.kmsPort]),
      ...portsOf(yarn.resourceManagers),
      yarn.webPort,
    ]);
    return [
      ...[...tcp].sort((a, b) => a - b).map((number) => ({ number })),
      ...kdcPorts.map((number) => ({ number, protocol: 'UDP' as const })),
    ];
  }
}
