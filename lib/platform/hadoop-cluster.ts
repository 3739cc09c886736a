import type { HostPort } from './host-port';

/** Functions that log in to Hadoop, each under a principal of its own. */
export type HadoopFunction = 'stream' | 'locate' | 'train';

/** The Kerberised Hadoop cluster outside, as its clients have to know it. */
export interface HadoopCluster {
  readonly kerberos: {
    /** In capitals, by custom and because Kerberos compares letter by letter. */
    readonly realm: string;
    readonly kdcs: readonly HostPort[];
    /** DNS domains whose hosts belong to the realm. */
    readonly domains: readonly string[];
  };

  readonly hdfs: {
    /** Logical name of the file system: `hdfs://<nameService>`. */
    readonly nameService: string;
    /** One, or two or more for high availability; with their RPC port, usually 8020. */
    readonly nameNodes: readonly HostPort[];
    /** Port of the data nodes: 9866, or 1004 where they are secured by a privileged port instead of SASL. */
    readonly dataNodePort: number;
    /**
     * How transfers with data nodes are protected; has to be what the cluster has. Of no effect where the port is
     * privileged.
     * @default authentication
     */
    readonly dataTransferProtection?: 'authentication' | 'integrity' | 'privacy';
    /**
     * Port of the key management server, usually 9600, where the file system has encrypted zones.
     * @default none
     */
    readonly kmsPort?: number;
  };

  readonly yarn: {
    /** One, or two or more for high availability; with their RPC port, usually 8032. */
    readonly resourceManagers: readonly HostPort[];
    /** HTTPS port of the resource managers' REST API, usually 8090. */
    readonly webPort: number;
    /** Queue that the jobs are charged to. */
    readonly queue: string;
  };

  /** Address ranges of the KDCs and of all Hadoop nodes, as CIDR. */
  readonly addressRanges: readonly string[];

  /** Principal of each function, without the realm. */
  readonly principals: Readonly<Record<HadoopFunction, string>>;

  /** Secret made outside, with a key `<function>.keytab` for each function. */
  readonly keytabSecret: string;

  /** HDFS path of the archive with Spark's jars; without one each start uploads some 300 MB. */
  readonly sparkArchive: string;

  /** HDFS folder of this environment; checkpoints are kept below it. */
  readonly workFolder: string;

  /**
   * Whether YARN nodes can open connections to Pod addresses.
   *
   * `true`: the Spark drivers of the streaming jobs run in their Pods (client mode). `false`: they run in YARN, and
   * the Pods only launch and watch them (cluster mode).
   */
  readonly reachesPods: boolean;

  /**
   * How drivers in YARN reach the stores, since they cannot reach Pods or Services: a host name that leads to the
   * VMs (a load balancer that checks the port, as the store is on one VM only), and a NodePort for each store.
   * Needed where `reachesPods` is false, and of no effect otherwise.
   */
  readonly storeAccess?: {
    readonly host: string;
    readonly nodePorts: Readonly<Record<string, number>>;
  };
}
