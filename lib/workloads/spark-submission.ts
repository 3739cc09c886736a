import type { Size } from 'cdk8s';
import { wholeMebibytes } from '../platform/container-size';
import type { HadoopCluster } from '../platform/hadoop-cluster';
import type { SparkDriverMemory } from './spark-driver-memory';

/** Folder of `spark-defaults.conf`; every `spark-submit` in the container reads it. */
export const SPARK_CONF_FOLDER = '/etc/spark';

/** Ports that a driver in a Pod listens on. Spark's own choice is random, and no policy can open that. */
export const DRIVER_PORTS = { driver: 7078, 'block-manager': 7079, 'spark-ui': 4040 } as const;

/** Executors of a job. They run in YARN and are charged to its queue, not to the quota of the container cloud. */
export interface SparkExecutors {
  readonly count: number;
  readonly cores: number;
  /** Heap of one; YARN adds a tenth, and 384 Mi at least. */
  readonly memory: Size;
}

/** Where the driver runs: in the Pod that submits, or in YARN. */
export type DeployMode = 'client' | 'cluster';

export interface SparkSubmission {
  readonly cluster: HadoopCluster;
  readonly mode: DeployMode;
  readonly memory: SparkDriverMemory;
  readonly executors: SparkExecutors;
  /**
   * Settings that only this job has.
   * @default none
   */
  readonly more?: Readonly<Record<string, string>>;
}

/** Returns `spark-defaults.conf` of a job. The heap of the driver is not in it: `--driver-memory` sets it. */
export function sparkDefaults(submission: SparkSubmission): string {
  const { cluster, mode, executors, more = {} } = submission;
  const settings: Readonly<Record<string, string>> = {
    'spark.master': 'yarn',
    'spark.submit.deployMode': mode,
    'spark.yarn.queue': cluster.yarn.queue,
    'spark.yarn.archive': cluster.sparkArchive,
    'spark.executor.instances': `${executors.count}`,
    'spark.executor.cores': `${executors.cores}`,
    'spark.executor.memory': `${wholeMebibytes(executors.memory)}m`,
    'spark.dynamicAllocation.enabled': 'false',
    // Its default, 1g, is as much as the whole heap.
    'spark.driver.maxResultSize': '512m',
    // As much as a message may have: a larger result the driver would fetch from a random port of the executor.
    'spark.task.maxDirectResultSize': '128m',
    ...(mode === 'client' ? CLIENT_MODE : clusterMode(submission)),
    ...more,
  };
  return Object.entries(settings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}

/** Returns the arguments of `spark-submit` that cannot stand in a file. */
export function sparkSubmit(mode: DeployMode, { heapMebibytes }: SparkDriverMemory): readonly string[] {
  return [
    'spark-submit',
    // In a file or in code it comes too late in client mode: the JVM runs by then.
    `--driver-memory=${heapMebibytes}m`,
    // Tokens for HDFS end after 7 days; with the key tab Spark gets new ones.
    '--principal=$(KERBEROS_PRINCIPAL)',
    '--keytab=$(KERBEROS_KEYTAB)',
    ...(mode === 'client' ? ['--conf=spark.driver.host=$(POD_IP)'] : []),
  ];
}

const CLIENT_MODE = {
  'spark.driver.bindAddress': '0.0.0.0',
  'spark.driver.port': `${DRIVER_PORTS.driver}`,
  'spark.driver.blockManager.port': `${DRIVER_PORTS['block-manager']}`,
  'spark.ui.port': `${DRIVER_PORTS['spark-ui']}`,
  // Else it walks on to ports that the NetworkPolicy does not open.
  'spark.port.maxRetries': '0',
  // Else YARN reports an application whose Pod was killed as SUCCEEDED, and a driver outlives its application.
  'spark.yarn.am.clientModeTreatDisconnectAsFailed': 'true',
  'spark.yarn.am.clientModeExitOnError': 'true',
};

function clusterMode({ memory }: SparkSubmission): Readonly<Record<string, string>> {
  return {
    'spark.driver.memoryOverhead': `${memory.overheadMebibytes}m`,
    'spark.yarn.submit.waitAppCompletion': 'true',
    // A driver that fails is started again by YARN, 4 times an hour at most.
    'spark.yarn.maxAppAttempts': '4',
    'spark.yarn.am.attemptFailuresValidityInterval': '1h',
  };
}
