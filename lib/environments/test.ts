import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import type { Environment } from './environment';
import { standardStores, standardWorkloads } from './standard-workloads';

/**
 * Test: the same two VMs, so that what fits here fits in production. It differs where production has no second way:
 * browsers come by NodePort, and YARN cannot reach Pods, so that the streaming drivers run in YARN (cluster mode).
 */
export const test = {
  name: 'test',
  production: false,
  namespace: 'znyw-test',
  cloud: {
    vms: 2,
    vmCpu: Cpu.units(8),
    vmMemory: Size.gibibytes(32),
    requestsSharePercent: 50,
    limitsSharePercent: 70,
  },
  registry: { host: 'dtr.test.bank.example', organisation: 'znyw', pullSecret: 'dtr-znyw' },
  storageClass: 'distributed-block',
  entries: {
    focus: { type: 'node-port', port: 30080, allowedRanges: ['10.0.0.0/8'] },
    anomaly: { type: 'node-port', port: 30081, allowedRanges: ['10.0.0.0/8'] },
  },
  hadoop: {
    kerberos: {
      realm: 'HADOOP.TEST.BANK.EXAMPLE',
      kdcs: [{ host: 'kdc1.hadoop.test.bank.example', port: 88 }],
      domains: ['hadoop.test.bank.example'],
    },
    hdfs: {
      nameService: 'aiops-test',
      nameNodes: [{ host: 'nn1.hadoop.test.bank.example', port: 8020 }],
      dataNodePort: 9866,
    },
    yarn: {
      resourceManagers: [{ host: 'rm1.hadoop.test.bank.example', port: 8032 }],
      webPort: 8090,
      queue: 'znyw',
    },
    addressRanges: ['10.120.0.0/16'],
    principals: { stream: 'znyw-stream', locate: 'znyw-locate', train: 'znyw-train' },
    keytabSecret: 'hadoop-keytabs',
    sparkArchive: 'hdfs:///apps/spark/spark-libs.zip',
    workFolder: 'hdfs:///apps/znyw/test',
    reachesPods: false,
    storeAccess: {
      host: 'znyw-vms.test.bank.example',
      nodePorts: { 'anomaly-influx': 30086, 'anomaly-mongo': 30017 },
    },
  },
  streamSource: {
    type: 'kafka',
    brokers: [{ host: 'kafka1.test.bank.example', port: 9092 }],
    securityProtocol: 'SASL_PLAINTEXT',
    addressRanges: ['10.121.0.0/24'],
  },
  mailRelay: {
    host: 'smtp.test.bank.example',
    port: 25,
    encryption: 'none',
    sender: 'aiops-test@bank.example',
    addressRanges: ['10.122.0.25/32'],
  },
  timeZone: 'Asia/Shanghai',
  schedules: { training: '0 4 * * 6' },
  workloads: standardWorkloads,
  stores: {
    ...standardStores,
    'anomaly-influx': {
      storage: Size.gibibytes(50),
      backup: { schedule: '0 3 * * *', storage: Size.gibibytes(60), retention: Duration.days(2) },
    },
  },
} as const satisfies Environment;
