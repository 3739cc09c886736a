import { Duration, Size } from 'cdk8s';
import { wholeMebibytes } from '../platform/container-size';
import { scratch } from '../platform/mount';
import { httpProbe } from '../platform/probes';
import type { Stack } from './stack';
import { HTTP_PORT, WebWorkload } from './web-workload';

export interface JavaServiceProps {
  /** What it does, in a few words. */
  readonly summary: string;

  /**
   * Whether it must never run twice at a time, not even during a rollout: whatever acts by itself (sends mail, saves
   * what it found) would do it twice.
   * @default false
   */
  readonly singleton?: boolean;
}

/** A Java service of the image alpine-java, which runs the application that has the id of the workload. */
export class JavaService extends WebWorkload {
  /** @throws RangeError if a singleton has more than one replica */
  constructor(stack: Stack, id: string, { summary, singleton = false }: JavaServiceProps) {
    super(stack, id);
    this.deploy({
      summary,
      component: 'service',
      image: 'alpine-java',
      ports: { [HTTP_PORT]: 8080 },
      environment: {
        APPLICATION: id,
        JAVA_TOOL_OPTIONS: javaOptions(this.settings.memory.limit).join(' '),
        SERVER_PORT: '8080',
        TZ: this.environment.timeZone,
      },
      mounts: () => [scratch('/tmp', Size.mebibytes(256))],
      probes: {
        startup: httpProbe(HTTP_PORT, '/actuator/health/liveness', { period: Duration.seconds(5), failures: 36 }),
        readiness: httpProbe(HTTP_PORT, '/actuator/health/readiness'),
        liveness: httpProbe(HTTP_PORT, '/actuator/health/liveness', { failures: 6 }),
      },
      stop: { gracePeriod: Duration.seconds(45), drain: Duration.seconds(5) },
      runsOnce: singleton ? 'it acts by itself' : undefined,
    });
  }
}

/**
 * Returns the options of the JVM for a memory limit.
 *
 * The rest of the limit is for what is not heap: metaspace about 100 Mi, code cache 50 to 80 Mi, 1 Mi a thread, direct
 * buffers. It does not shrink with the container, so a small one has a smaller share of heap.
 */
export function javaOptions(memoryLimit: Size): readonly string[] {
  const mebibytes = wholeMebibytes(memoryLimit);
  const heapPercent = mebibytes >= 1024 ? 60 : mebibytes >= 768 ? 55 : 50;
  return [
    // With a decimal point: JDK 8 refuses a whole number.
    `-XX:MaxRAMPercentage=${heapPercent}.0`,
    // Else the number of threads and the collector depend on the CPU limit, and change with it.
    '-XX:ActiveProcessorCount=2',
    // A JVM without memory answers its probe and does nothing.
    '-XX:+ExitOnOutOfMemoryError',
    '-Djava.io.tmpdir=/tmp',
  ];
}
