import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { streamingStop } from './streaming-stop';

test.each([
  [1, 180, 150],
  [15, 180, 150],
  [16, 190, 160],
  [30, 330, 300],
  [45, 480, 450],
  [57, 600, 570],
])('a job of a batch every %d s has %d s to stop, %d of them to finish batches', (batch, grace, drain) => {
  const { gracePeriod, drainSeconds } = streamingStop('anomaly-stream-host', Duration.seconds(batch));

  expect(gracePeriod.toSeconds()).toBe(grace);
  expect(drainSeconds).toBe(drain);
});

test('a batch interval whose stop takes longer than any Pod may is refused with both numbers', () => {
  expect(() => streamingStop('anomaly-stream-host', Duration.seconds(58))).toThrow(
    new RangeError(
      'anomaly-stream-host has a batch interval of 58 s and may take 610 s to stop (10 batches and 30 s); ' +
        'its grace period is 600 s; shorten the interval to 57 s or set gracePeriod to 610 s',
    ),
  );
});

test('a grace period that is set by hand is taken, if it is long enough', () => {
  const { gracePeriod, drainSeconds } = streamingStop('a', Duration.seconds(60), Duration.seconds(630));

  expect(gracePeriod.toSeconds()).toBe(630);
  expect(drainSeconds).toBe(600);
});

test('a grace period that is set by hand and too short is refused with both numbers', () => {
  expect(() => streamingStop('anomaly-stream-host', Duration.seconds(60), Duration.seconds(300))).toThrow(
    new RangeError(
      'anomaly-stream-host has a batch interval of 60 s and may take 630 s to stop (10 batches and 30 s); ' +
        'its grace period is 300 s; shorten the interval to 27 s or set gracePeriod to 630 s',
    ),
  );
});

test('a job is accepted if, and only if, ten batches and half a minute fit its grace period', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 0, max: 2_000 }), (batch, graceSeconds) => {
      const stop = tryStreamingStop(Duration.seconds(batch), Duration.seconds(graceSeconds));

      expect(stop !== undefined).toBe(10 * batch + 30 <= graceSeconds);
    }),
  );
});

test('what is accepted can finish ten batches, and is not killed while it closes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 57 }), (batch) => {
      const { gracePeriod, drainSeconds } = streamingStop('a', Duration.seconds(batch));

      expect(drainSeconds).toBeGreaterThanOrEqual(10 * batch);
      expect(drainSeconds + 30).toBe(gracePeriod.toSeconds());
      expect(gracePeriod.toSeconds()).toBeGreaterThanOrEqual(180);
      expect(gracePeriod.toSeconds()).toBeLessThanOrEqual(600);
    }),
  );
});

test.each([
  [Duration.seconds(0), '0'],
  [Duration.millis(1500), '1.5'],
])('a batch interval of $1 s is refused: Spark is told whole seconds', (batchInterval, seconds) => {
  expect(() => streamingStop('anomaly-stream-host', batchInterval)).toThrow(
    new RangeError(`anomaly-stream-host has a batch interval of ${seconds} s; give it whole seconds, 1 or more`),
  );
});

test('an interval that no shorter one would help is told the grace period alone', () => {
  expect(refusal(Duration.seconds(2), 35)).toMatch(/its grace period is 35 s; set gracePeriod to 50 s$/);
});

test('what a refusal proposes is accepted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 58, max: 100 }), fc.integer({ min: 40, max: 600 }), (batchSeconds, graceSeconds) => {
      const batch = Duration.seconds(batchSeconds);
      const [, interval, grace] = /to (\d+) s or set gracePeriod to (\d+) s$/.exec(refusal(batch, graceSeconds)) ?? [];

      expect(tryStreamingStop(Duration.seconds(Number(interval)), Duration.seconds(graceSeconds))).toBeDefined();
      expect(tryStreamingStop(batch, Duration.seconds(Number(grace)))).toBeDefined();
    }),
  );
});

function tryStreamingStop(batchInterval: Duration, gracePeriod?: Duration) {
  try {
    return streamingStop('anomaly-stream-host', batchInterval, gracePeriod);
  } catch {
    return undefined;
  }
}

function refusal(batchInterval: Duration, graceSeconds: number): string {
  try {
    streamingStop('anomaly-stream-host', batchInterval, Duration.seconds(graceSeconds));
  } catch (error) {
    return String(error);
  }
  return 'accepted';
}
