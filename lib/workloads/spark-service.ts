import { Duration, Size } from 'cdk8s';
import { rangePeers } from '../platform/endpoint';
import type { HadoopFunction } from '../platform/hadoop-cluster';
import type { HadoopClient } from '../platform/hadoop-client';
import { scratch } from '../platform/mount';
import { httpProbe } from '../platform/probes';
import { sparkDriverMemory } from './spark-driver-memory';
import {
  DRIVER_PORTS,
  SPARK_CONF_FOLDER,
  sparkDefaults,
  sparkSubmit,
  type DeployMode,
  type SparkExecutors,
} from './spark-submission';
import type { Stack } from './stack';
import { HTTP_PORT, WebWorkload } from './web-workload';

export interface SparkServiceProps {
  /** What it does, in a few words. */
  readonly summary: string;

  /** The Kerberised cluster whose YARN does the computing. It also decides where drivers run. */
  readonly hadoop: HadoopClient;

  /** The function that it logs in to Hadoop as. */
  readonly as: HadoopFunction;

  /** @default 2 of 1 core and 2 Gi */
  readonly executors?: SparkExecutors;
}

const STANDARD_EXECUTORS: SparkExecutors = { count: 2, cores: 1, memory: Size.gibibytes(2) };

/** What the web server takes in the JVM of the driver. */
const WEB_SERVER = Size.mebibytes(128);

/**
 * An API that computes on the Spark cluster: root causes, training.
 *
 * Where YARN nodes reach Pods, it is itself a Spark driver that stays up (client mode), and a request starts without
 * waiting. Where they do not, it submits a job in cluster mode for each request. One of it runs: its ports are fixed.
 */
export class SparkService extends WebWorkload {
  /** In cluster mode: the ranges that its drivers come from. */
  readonly worksFrom?: readonly string[];

  /** @throws RangeError if the driver does not fit its Pod, or it has more than one replica */
  constructor(stack: Stack, id: string, { summary, hadoop, as, executors = STANDARD_EXECUTORS }: SparkServiceProps) {
    super(stack, id);
    const { cluster } = hadoop;
    const mode: DeployMode = cluster.reachesPods ? 'client' : 'cluster';
    const memory = sparkDriverMemory(this.name, this.settings.memory.request, WEB_SERVER);
    this.worksFrom = mode === 'cluster' ? cluster.addressRanges : undefined;
    const jar = `/opt/znyw/${id}.jar`;
    this.deploy({
      summary,
      component: 'service',
      image: 'hadoop_krb5',
      args:
        mode === 'client'
          ? [...sparkSubmit(mode, memory), `--name=${this.name}`, jar]
          : ['java', '-XX:MaxRAMPercentage=50.0', '-XX:+ExitOnOutOfMemoryError', '-jar', jar],
      ports: { [HTTP_PORT]: 8080, ...(mode === 'client' ? DRIVER_PORTS : {}) },
      environment: {
        SERVER_PORT: '8080',
        SPARK_CONF_DIR: SPARK_CONF_FOLDER,
        SPARK_LOCAL_DIRS: '/tmp',
        ...(mode === 'client'
          ? { POD_IP: { field: 'status.podIP' } }
          : { SPARK_DRIVER_MEMORY: `${memory.heapMebibytes}m` }),
        TZ: this.environment.timeZone,
      },
      configFiles: () => ({
        [`${SPARK_CONF_FOLDER}/spark-defaults.conf`]: sparkDefaults({ cluster, mode, memory, executors }),
      }),
      mounts: () => [scratch('/tmp', Size.gibibytes(2))],
      probes: {
        // YARN may keep a driver waiting for room.
        startup: httpProbe(HTTP_PORT, '/health', { failures: 60 }),
        readiness: httpProbe(HTTP_PORT, '/health'),
        liveness: httpProbe(HTTP_PORT, '/health', { period: Duration.seconds(20), failures: 6 }),
      },
      stop: { gracePeriod: Duration.seconds(120), drain: Duration.seconds(5) },
      runsOnce: 'its driver is one',
    });
    if (mode === 'client') {
      const ports = Object.values(DRIVER_PORTS).map((number) => ({ number }));
      this.traffic.admit({ peers: rangePeers(cluster.addressRanges), ports });
    }
    this.connectTo(hadoop, { as });
  }
}
