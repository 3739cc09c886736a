import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import type { Environment } from './environment';
import { standardStores, standardWorkloads } from './standard-workloads';

/** Production: two VMs of 8C/32G, of which 8C/32G may be requested and 5.6C/22G be the limit of one YAML. */
export const prod = {
  name: 'prod',
  production: true,
  namespace: 'znyw-prod',
  cloud: {
    vms: 2,
    vmCpu: Cpu.units(8),
    vmMemory: Size.gibibytes(32),
    requestsSharePercent: 50,
    limitsSharePercent: 70,
  },
  registry: { host: 'dtr.bank.example', organisation: 'znyw', pullSecret: 'dtr-znyw' },
  storageClass: 'distributed-block',
  entries: {
    focus: {
      type: 'ingress',
      className: 'nginx',
      host: 'focus.znyw.bank.example',
      tlsSecret: 'focus-tls',
      controller: { namespace: 'ingress-nginx', podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
      annotations: {
        'nginx.ingress.kubernetes.io/proxy-body-size': '200m',
        'nginx.ingress.kubernetes.io/proxy-read-timeout': '600',
        'nginx.ingress.kubernetes.io/proxy-send-timeout': '600',
      },
    },
    anomaly: {
      type: 'ingress',
      className: 'nginx',
      host: 'anomaly.znyw.bank.example',
      tlsSecret: 'anomaly-tls',
      controller: { namespace: 'ingress-nginx', podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
    },
  },
  hadoop: {
    kerberos: {
      realm: 'HADOOP.BANK.EXAMPLE',
      kdcs: [
        { host: 'kdc1.hadoop.bank.example', port: 88 },
        { host: 'kdc2.hadoop.bank.example', port: 88 },
      ],
      domains: ['hadoop.bank.example'],
    },
    hdfs: {
      nameService: 'aiops',
      nameNodes: [
        { host: 'nn1.hadoop.bank.example', port: 8020 },
        { host: 'nn2.hadoop.bank.example', port: 8020 },
      ],
      dataNodePort: 9866,
    },
    yarn: {
      resourceManagers: [
        { host: 'rm1.hadoop.bank.example', port: 8032 },
        { host: 'rm2.hadoop.bank.example', port: 8032 },
      ],
      webPort: 8090,
      queue: 'znyw',
    },
    addressRanges: ['10.20.0.0/16'],
    principals: { stream: 'znyw-stream', locate: 'znyw-locate', train: 'znyw-train' },
    keytabSecret: 'hadoop-keytabs',
    sparkArchive: 'hdfs:///apps/spark/spark-libs.zip',
    workFolder: 'hdfs:///apps/znyw/prod',
    reachesPods: true,
    storeAccess: {
      host: 'znyw-vms.bank.example',
      nodePorts: { 'anomaly-influx': 30086, 'anomaly-mongo': 30017 },
    },
  },
  streamSource: {
    type: 'kafka',
    brokers: [
      { host: 'kafka1.bank.example', port: 9092 },
      { host: 'kafka2.bank.example', port: 9092 },
      { host: 'kafka3.bank.example', port: 9092 },
    ],
    securityProtocol: 'SASL_PLAINTEXT',
    addressRanges: ['10.21.0.0/24'],
  },
  mailRelay: {
    host: 'smtp.bank.example',
    port: 587,
    encryption: 'STARTTLS',
    sender: 'aiops@bank.example',
    addressRanges: ['10.22.0.25/32'],
    credentialsSecret: 'mail-relay',
  },
  timeZone: 'Asia/Shanghai',
  schedules: { training: '0 4 * * 6' },
  workloads: standardWorkloads,
  stores: standardStores,
} as const satisfies Environment;
