import { Duration, Size } from 'cdk8s';
import { wholeMebibytes } from '../platform/container-size';
import { scratch } from '../platform/mount';
import { httpProbe, tcpProbe } from '../platform/probes';
import type { Stack } from './stack';
import { uploadRoom } from './upload-room';
import { HTTP_PORT, WebWorkload } from './web-workload';

export interface FocusWebProps {
  /** The longest that an analysis may take. The gateway and the Ingress have to wait as long. */
  readonly analysisTimeout: Duration;

  /** The largest CSV that may be uploaded. */
  readonly uploadLimit: Size;
}

/** Memory that one worker takes at its peak: pandas needs 5 to 10 times the size of a CSV. */
const WORKER_MEBIBYTES = 1280;
const THREADS_PER_WORKER = 4;

/** Focus itself: multi-dimensional analysis of an uploaded CSV, shown as a web page. gunicorn runs it. */
export class FocusWeb extends WebWorkload {
  constructor(stack: Stack, id: string, { analysisTimeout, uploadLimit }: FocusWebProps) {
    super(stack, id);
    // Memory bounds the workers, not CPU: gunicorn's own rule counts the CPUs of the VM.
    const workers = Math.max(1, Math.floor(wholeMebibytes(this.settings.memory.limit) / WORKER_MEBIBYTES));
    this.deploy({
      summary: 'web application of Focus: multi-dimensional analysis of an uploaded CSV',
      component: 'web',
      image: 'focus-web',
      ports: { [HTTP_PORT]: 8000 },
      environment: {
        GUNICORN_CMD_ARGS: [
          '--bind=0.0.0.0:8000',
          `--workers=${workers}`,
          '--worker-class=gthread',
          `--threads=${THREADS_PER_WORKER}`,
          `--timeout=${analysisTimeout.toSeconds()}`,
          '--graceful-timeout=60',
          // Workers show that they live by a file; on a disk that can block, a busy one would be taken for dead.
          '--worker-tmp-dir=/dev/shm',
        ].join(' '),
        MAX_UPLOAD_BYTES: `${wholeMebibytes(uploadLimit) * 1024 * 1024}`,
        // Else each worker starts a thread for every CPU of the VM.
        OMP_NUM_THREADS: '1',
        TZ: this.environment.timeZone,
      },
      // Every thread may be receiving the largest upload.
      mounts: () => [scratch('/tmp', uploadRoom(uploadLimit, workers * THREADS_PER_WORKER))],
      probes: {
        startup: httpProbe(HTTP_PORT, '/healthz', { period: Duration.seconds(5), failures: 36 }),
        readiness: httpProbe(HTTP_PORT, '/healthz', { period: Duration.seconds(20), failures: 6 }),
        // Not over HTTP: long analyses may hold all threads, and gunicorn itself ends a worker that hangs.
        liveness: tcpProbe(HTTP_PORT, { failures: 6 }),
      },
      stop: { gracePeriod: Duration.seconds(90), drain: Duration.seconds(5) },
    });
  }
}
