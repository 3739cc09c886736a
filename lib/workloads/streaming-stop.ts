import { Duration } from 'cdk8s';

/** Batches that Spark lets itself finish when it is asked to stop: its own default for the graceful stop. */
const BATCHES_TO_DRAIN = 10;

/** Time to close what is open, after the last batch. */
const CLOSING_SECONDS = 30;

const SHORTEST_GRACE_SECONDS = 180;

/** Longer than this, the drain of a VM and every rollout wait for one job. */
const LONGEST_GRACE_SECONDS = 600;

export interface StreamingStop {
  /** Time from the request to stop until the Pod is killed. */
  readonly gracePeriod: Duration;
  /** Time of that in which batches are finished. */
  readonly drainSeconds: number;
}

/**
 * Returns how a streaming job stops: what it has read is finished, 10 batches at most, before it is killed.
 *
 * @param workload its name, for errors
 * @param gracePeriod where it is set by hand; by default 10 batch intervals and 30 seconds, 3 minutes at least and 10
 *   at most
 * @throws RangeError if the interval is not in whole seconds, or the batches to finish can take longer than the grace period
 */
export function streamingStop(workload: string, batchInterval: Duration, gracePeriod?: Duration): StreamingStop {
  const batchSeconds = batchInterval.toSeconds({ integral: false });
  if (!Number.isInteger(batchSeconds) || batchSeconds < 1) {
    throw new RangeError(`${workload} has a batch interval of ${batchSeconds} s; give it whole seconds, 1 or more`);
  }
  const needed = BATCHES_TO_DRAIN * batchSeconds + CLOSING_SECONDS;
  const grace = gracePeriod?.toSeconds() ?? Math.min(LONGEST_GRACE_SECONDS, Math.max(SHORTEST_GRACE_SECONDS, needed));
  if (needed > grace) {
    const longest = Math.floor((grace - CLOSING_SECONDS) / BATCHES_TO_DRAIN);
    const shorter = longest < 1 ? '' : `shorten the interval to ${longest} s or `;
    throw new RangeError(
      `${workload} has a batch interval of ${batchSeconds} s and may take ${needed} s to stop (${BATCHES_TO_DRAIN} ` +
        `batches and ${CLOSING_SECONDS} s); its grace period is ${grace} s; ${shorter}set gracePeriod to ` +
        `${needed} s`,
    );
  }
  return { gracePeriod: Duration.seconds(grace), drainSeconds: grace - CLOSING_SECONDS };
}
