import { Duration, Size } from 'cdk8s';
import { scratch } from '../platform/mount';
import { execProbe } from '../platform/probes';
import type { Stack } from './stack';
import { Workload } from './workload';

export interface AutoTrainerProps {
  /** When to train: five fields of cron, in the time zone of the environment. */
  readonly schedule: string;
}

/** How long its sign of life may be old, in minutes. Its scheduler gives one every minute. */
const SIGN_OF_LIFE_MINUTES = 5;

/**
 * Calls the training API on the schedule that people set.
 *
 * It stays up and keeps the schedule itself rather than being a CronJob, as people also change the schedule in the
 * application's data while it runs.
 */
export class AutoTrainer extends Workload {
  constructor(stack: Stack, id: string, { schedule }: AutoTrainerProps) {
    super(stack, id);
    const alive = ['sh', '-c', `test -n "$(find /tmp/heartbeat -mmin -${SIGN_OF_LIFE_MINUTES})"`];
    this.deploy({
      summary: 'calls the training API on the schedule that people set',
      component: 'trainer',
      image: 'autotrin',
      environment: { TRAINING_SCHEDULE: schedule, TZ: this.environment.timeZone },
      mounts: () => [scratch('/tmp', Size.mebibytes(64))],
      probes: {
        startup: execProbe(alive, { period: Duration.seconds(5), failures: 36 }),
        readiness: execProbe(alive, { period: Duration.seconds(60) }),
        liveness: execProbe(alive, { period: Duration.seconds(60) }),
      },
      stop: { gracePeriod: Duration.seconds(60) },
      runsOnce: 'two would train twice',
    });
  }
}
