import type { HadoopCluster } from './hadoop-cluster';

/** What a test says of a Hadoop cluster; the rest is a cluster of one server of each kind that reaches Pods. */
export interface HadoopParts extends Partial<Omit<HadoopCluster, 'kerberos' | 'hdfs' | 'yarn'>> {
  readonly kerberos?: Partial<HadoopCluster['kerberos']>;
  readonly hdfs?: Partial<HadoopCluster['hdfs']>;
  readonly yarn?: Partial<HadoopCluster['yarn']>;
}

/** Returns a Hadoop cluster for a test. */
export function aHadoopCluster({ kerberos, hdfs, yarn, ...rest }: HadoopParts = {}): HadoopCluster {
  return {
    kerberos: { realm: 'BANK.EXAMPLE', kdcs: [{ host: 'kdc1', port: 88 }], domains: ['bank.example'], ...kerberos },
    hdfs: { nameService: 'aiops', nameNodes: [{ host: 'nn1', port: 8020 }], dataNodePort: 9866, ...hdfs },
    yarn: { resourceManagers: [{ host: 'rm1', port: 8032 }], webPort: 8090, queue: 'znyw', ...yarn },
    addressRanges: ['10.20.0.0/16'],
    principals: { stream: 'znyw-stream', locate: 'znyw-locate', train: 'znyw-train' },
    keytabSecret: 'hadoop-keytabs',
    sparkArchive: 'hdfs:///apps/spark/spark-libs.zip',
    workFolder: 'hdfs:///apps/znyw',
    reachesPods: true,
    ...rest,
  };
}
