import type { Size } from 'cdk8s';
import { wholeMebibytes } from '../platform/container-size';

/**
 * What a Spark JVM needs besides its heap: a tenth of it, and 384 Mi at least.
 * @see https://spark.apache.org/docs/3.4.4/configuration.html (spark.driver.memoryOverheadFactor)
 */
const OVERHEAD_DIVISOR = 10;
const SMALLEST_OVERHEAD_MEBIBYTES = 384;

/** Spark refuses to start a driver with less: 1.5 times the 300 MiB that it reserves. */
const SMALLEST_HEAP_MEBIBYTES = 450;

/** How the memory of a Spark driver is divided, in Mi. */
export interface SparkDriverMemory {
  readonly heapMebibytes: number;
  readonly overheadMebibytes: number;
}

/**
 * Divides the memory request of a Pod between the heap of the Spark driver in it and what the JVM needs besides.
 *
 * In client mode Spark's own setting for the overhead has no effect: the Pod has to be large enough. The heap is what
 * fits the request, in steps of 256 Mi from 1 Gi on and of 64 Mi below, so that a limit above the request is a reserve.
 *
 * @param workload its name, for errors
 * @param request memory request of the Pod
 * @param besides what else runs in the driver's JVM, a web server for example
 * @param wanted the heap, where it is set by hand
 * @throws RangeError if the heap that is wanted, or the smallest that Spark takes, does not fit
 */
export function sparkDriverMemory(workload: string, request: Size, besides: Size, wanted?: Size): SparkDriverMemory {
  const room = wholeMebibytes(request) - wholeMebibytes(besides);
  // The largest heap with room for its own overhead, whichever of the two rules for the overhead holds.
  const largest = Math.min(
    room - SMALLEST_OVERHEAD_MEBIBYTES,
    Math.floor((room * OVERHEAD_DIVISOR) / (OVERHEAD_DIVISOR + 1)),
  );
  const step = largest >= 1024 ? 256 : 64;
  const heap = wanted === undefined ? Math.floor(largest / step) * step : wholeMebibytes(wanted);
  if (wanted !== undefined && heap < SMALLEST_HEAP_MEBIBYTES) {
    throw new RangeError(
      `${workload} has a driver heap of ${heap}Mi; Spark takes ${SMALLEST_HEAP_MEBIBYTES}Mi at least; raise driverMemory`,
    );
  }
  const needed = Math.max(heap, SMALLEST_HEAP_MEBIBYTES);
  const overhead = Math.max(SMALLEST_OVERHEAD_MEBIBYTES, Math.ceil(needed / OVERHEAD_DIVISOR));
  if (needed > largest || heap < SMALLEST_HEAP_MEBIBYTES) {
    const total = needed + overhead + wholeMebibytes(besides);
    throw new RangeError(
      `${workload} requests ${wholeMebibytes(request)}Mi of memory; a Spark driver with a heap of ${needed}Mi needs ` +
        `${total}Mi (${overhead}Mi of it overhead); raise the request to ${total}Mi or lower the heap, to ` +
        `${SMALLEST_HEAP_MEBIBYTES}Mi at least`,
    );
  }
  return { heapMebibytes: heap, overheadMebibytes: overhead };
}
