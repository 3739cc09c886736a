import { Duration, Size } from 'cdk8s';
import { configChecksum } from '../platform/checksum';
import { rangePeers } from '../platform/endpoint';
import type { HadoopClient } from '../platform/hadoop-client';
import { imageReference } from '../platform/image-registry';
import { PROJECT } from '../platform/labels';
import { scratch } from '../platform/mount';
import { execProbe } from '../platform/probes';
import type { StreamSourceEndpoint } from '../platform/stream-source';
import type { InfluxStore } from './influx-store';
import type { MongoStore } from './mongo-store';
import { APPLICATION_TAGS, LAUNCHER_SIZE, launcherVariables } from './spark-launcher';
import { sparkDriverMemory, type SparkDriverMemory } from './spark-driver-memory';
import {
  DRIVER_PORTS,
  SPARK_CONF_FOLDER,
  sparkDefaults,
  sparkSubmit,
  type DeployMode,
  type SparkExecutors,
} from './spark-submission';
import type { Stack } from './stack';
import { streamingStop, type StreamingStop } from './streaming-stop';
import { Workload } from './workload';
import type { WorkloadDescription } from './workload-description';

export interface SparkStreamingJobProps {
  /** The kind of KPI that it watches. */
  readonly kpi: string;

  /** The Kerberised cluster whose YARN runs the executors. It also decides where the driver runs. */
  readonly hadoop: HadoopClient;

  readonly source: StreamSourceEndpoint;

  /** Kafka topic, or name of the stream, to read. */
  readonly topic: string;

  /** Where results are written. Points carry the time of the event, so that a batch that runs again changes nothing. */
  readonly sink: InfluxStore;

  /** Where the models are read that it detects with. */
  readonly models: MongoStore;

  /** Time between two batches. */
  readonly batchInterval: Duration;

  /**
   * Time that it is given to finish what it has read when it is stopped: 10 batch intervals and 30 seconds at least.
   * @default just that, and 3 minutes at least
   */
  readonly gracePeriod?: Duration;

  /**
   * Heap of the driver. Too small ends it; what does not fit the Pod is refused.
   * @default what the memory request of its size leaves
   */
  readonly driverMemory?: Size;

  /** @default 2 of 1 core and 1 Gi */
  readonly executors?: SparkExecutors;
}

const STANDARD_EXECUTORS: SparkExecutors = { count: 2, cores: 1, memory: Size.gibibytes(1) };

/** How long a start may wait for room in YARN. */
const QUEUEING_SECONDS = 600;
const PROBE_PERIOD_SECONDS = 10;

/** How long without a batch it may be before something is wrong, unless three batches take longer. */
const HEARTBEAT_MINUTES = 10;

/**
 * A Spark streaming job on Kerberised YARN, submitted and watched by a Pod.
 *
 * Where YARN nodes reach Pods, the driver runs in the Pod (client mode). Where they do not, it runs in YARN (cluster
 * mode) and the Pod is a launcher: killing it leaves the application running (SPARK-6692), so each application carries
 * tags by which the next launcher finds it, attaches to it if it is the same revision, and drains it if it is not.
 *
 * It never runs twice: replicas 1, Recreate.
 */
export class SparkStreamingJob extends Workload {
  /** In cluster mode: the ranges that its driver comes from, as it runs there. */
  readonly worksFrom?: readonly string[];

  /** @throws RangeError if a stop can take longer than the grace period, or the driver does not fit its Pod */
  constructor(stack: Stack, id: string, props: SparkStreamingJobProps) {
    super(stack, id);
    const { batchInterval, hadoop, executors = STANDARD_EXECUTORS } = props;
    const { cluster } = hadoop;
    const mode: DeployMode = cluster.reachesPods ? 'client' : 'cluster';
    const memory = sparkDriverMemory(this.name, this.settings.memory.request, Size.mebibytes(0), props.driverMemory);
    const stop = streamingStop(this.name, batchInterval, props.gracePeriod);
    const args = this.arguments(props, mode, memory);
    const more = {
      'spark.streaming.backpressure.enabled': 'true',
      'spark.streaming.stopGracefullyOnShutdown': 'true',
      'spark.streaming.gracefulStopTimeout': `${stop.drainSeconds}s`,
    };
    const defaults = sparkDefaults({ cluster, mode, memory, executors, more });
    this.worksFrom = mode === 'cluster' ? cluster.addressRanges : undefined;
    const driverVariables = this.connect(props);

    this.deploy({
      summary: `Spark streaming job: real-time detection of anomalies in ${props.kpi}`,
      component: 'stream',
      image: 'hadoop_krb5',
      size: mode === 'client' ? undefined : LAUNCHER_SIZE,
      args,
      ports: mode === 'client' ? DRIVER_PORTS : {},
      environment: {
        SPARK_CONF_DIR: SPARK_CONF_FOLDER,
        SPARK_LOCAL_DIRS: '/tmp',
        ...(mode === 'client'
          ? { POD_IP: { field: 'status.podIP' } }
          : launcherVariables({
              cluster,
              job: this.name,
              tag: `${PROJECT}-${this.environmentName}-${this.name}`,
              revision: this.revision({ arguments: args.join(' '), defaults }),
              drainSeconds: stop.drainSeconds,
              driverVariables,
            })),
        TZ: this.environment.timeZone,
      },
      configFiles: () => ({ [`${SPARK_CONF_FOLDER}/spark-defaults.conf`]: defaults }),
      mounts: () => [scratch('/tmp', Size.gibibytes(1))],
      probes: heartbeatProbes(mode, batchInterval, stop),
      stop: { gracePeriod: mode === 'client' ? stop.gracePeriod : Duration.seconds(30) },
      runsOnce: 'a stream is read once',
    });
    if (mode === 'client') {
      const ports = Object.values(DRIVER_PORTS).map((number) => ({ number }));
      this.traffic.admit({ peers: rangePeers(cluster.addressRanges), ports });
    }
  }

  /** Connects it, and returns the names of the variables that its driver needs, wherever it runs. */
  private connect({ hadoop, source, sink, models }: SparkStreamingJobProps): readonly string[] {
    this.connectTo(hadoop, { as: 'stream' });
    const ofThePod = new Set(Object.keys(this.connectionVariables));
    this.connectTo(source);
    this.connectTo(sink, { to: 'write' });
    this.connectTo(models, { as: 'stream', databases: { models: 'read' } });
    const names = Object.keys(this.connectionVariables).filter((name) => !ofThePod.has(name));
    return names.filter((name) => !name.startsWith('DRIVER_'));
  }

  private arguments(props: SparkStreamingJobProps, mode: DeployMode, memory: SparkDriverMemory): readonly string[] {
    return [
      ...sparkSubmit(mode, memory),
      `--name=${this.name}`,
      ...(mode === 'cluster' ? [`--conf=spark.yarn.tags=${APPLICATION_TAGS}`] : []),
      '/opt/znyw/anomaly-stream.jar',
      `--kpi=${props.kpi}`,
      `--topic=${props.topic}`,
      `--batch-interval-seconds=${props.batchInterval.toSeconds()}`,
      `--checkpoint=${props.hadoop.cluster.workFolder}/checkpoints/${this.name}`,
    ];
  }

  /** Returns a checksum of all that an application has from its submission, so that a change of it submits anew. */
  private revision(submission: Readonly<Record<string, string>>): string {
    return configChecksum({
      ...submission,
      image: imageReference(this.environment.registry, 'hadoop_krb5'),
      variables: JSON.stringify(this.connectionVariables),
      files: JSON.stringify(this.connectionFiles),
    });
  }
}

/** The sign of life is a file: a driver in the Pod touches it with each batch, a launcher while YARN runs the driver. */
function heartbeatProbes(
  mode: DeployMode,
  batchInterval: Duration,
  stop: StreamingStop,
): WorkloadDescription['probes'] {
  const minutes = Math.max(HEARTBEAT_MINUTES, Math.ceil((3 * batchInterval.toSeconds()) / 60));
  const alive = execProbe(['sh', '-c', `test -n "$(find /tmp/heartbeat -mmin -${minutes})"`], {
    period: Duration.seconds(60),
  });
  // A launcher may have to wait first until another revision is drained.
  const patience = QUEUEING_SECONDS + (mode === 'client' ? 0 : stop.drainSeconds);
  return {
    startup: execProbe(['test', '-e', '/tmp/heartbeat'], {
      failures: Math.ceil(patience / PROBE_PERIOD_SECONDS),
      period: Duration.seconds(PROBE_PERIOD_SECONDS),
    }),
    readiness: alive,
    // A launcher asks YARN, and an outage there is no reason to start anew.
    liveness: mode === 'client' ? alive : undefined,
  };
}
