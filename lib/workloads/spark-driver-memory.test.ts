import { Size } from 'cdk8s';
import * as fc from 'fast-check';
import { sparkDriverMemory } from './spark-driver-memory';

const NOTHING = Size.mebibytes(0);

const mebibytes = (amount: number) => Size.mebibytes(amount);

/** What Spark itself counts for a driver: the heap, and a tenth of it or 384 Mi. */
function sparkTotal(heapMebibytes: number): number {
  return heapMebibytes + Math.max(384, Math.ceil(heapMebibytes / 10));
}

test.each([
  // The sizes that the environments have: streams, locate-api, train-api.
  [1408, 0, 1024, 384],
  [1664, 128, 1024, 384],
  [2048, 128, 1536, 384],
  // In steps of 64 Mi below 1 Gi, and of 256 Mi from there on.
  [1407, 0, 960, 384],
  [896, 0, 512, 384],
  [1663, 0, 1024, 384],
  [1664, 0, 1280, 384],
  // A tenth of the heap, where that is more.
  [8192, 0, 7424, 743],
])('of %d Mi with %d besides, %d are heap and %d overhead', (request, besides, heapMebibytes, overheadMebibytes) => {
  expect(sparkDriverMemory('a', mebibytes(request), mebibytes(besides))).toEqual({ heapMebibytes, overheadMebibytes });
});

test('a heap that is set by hand is taken as it is', () => {
  expect(sparkDriverMemory('a', mebibytes(2048), NOTHING, mebibytes(1000))).toEqual({
    heapMebibytes: 1000,
    overheadMebibytes: 384,
  });
});

test('a heap that does not fit its Pod is refused with both numbers', () => {
  expect(() => sparkDriverMemory('anomaly-stream-host', mebibytes(1408), NOTHING, mebibytes(1536))).toThrow(
    new RangeError(
      'anomaly-stream-host requests 1408Mi of memory; a Spark driver with a heap of 1536Mi needs 1920Mi ' +
        '(384Mi of it overhead); raise the request to 1920Mi or lower the heap, to 450Mi at least',
    ),
  );
});

test('what runs besides the driver is part of what it needs', () => {
  expect(() => sparkDriverMemory('anomaly-train-api', mebibytes(1500), mebibytes(128), mebibytes(1024))).toThrow(
    new RangeError(
      'anomaly-train-api requests 1500Mi of memory; a Spark driver with a heap of 1024Mi needs 1536Mi ' +
        '(384Mi of it overhead); raise the request to 1536Mi or lower the heap, to 450Mi at least',
    ),
  );
});

test('a Pod too small for the smallest heap that Spark takes is refused with both numbers', () => {
  expect(() => sparkDriverMemory('anomaly-stream-host', mebibytes(833), NOTHING)).toThrow(
    'anomaly-stream-host requests 833Mi of memory; a Spark driver with a heap of 450Mi needs 834Mi',
  );
});

test('heap, overhead and what runs besides always fit the request', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 30_000 }), fc.integer({ min: 0, max: 100 }), (request, besides) => {
      const { heapMebibytes, overheadMebibytes } = sparkDriverMemory('a', mebibytes(request), mebibytes(besides));

      expect(heapMebibytes).toBeGreaterThanOrEqual(450);
      expect(heapMebibytes + overheadMebibytes).toBeGreaterThanOrEqual(sparkTotal(heapMebibytes));
      expect(heapMebibytes + overheadMebibytes + besides).toBeLessThanOrEqual(request);
    }),
  );
});

test('no more than one step of the request is left without use', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_408, max: 30_000 }), (request) => {
      const { heapMebibytes } = sparkDriverMemory('a', mebibytes(request), NOTHING);

      expect(sparkTotal(heapMebibytes + 256)).toBeGreaterThan(request);
    }),
  );
});

test('a heap that fills its Pod to the last Mi is taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 450, max: 30_000 }), (heap) => {
      const memory = sparkDriverMemory('a', mebibytes(sparkTotal(heap)), NOTHING, mebibytes(heap));

      expect(memory.heapMebibytes).toBe(heap);
    }),
    { examples: [[3840], [5120]] },
  );
});

test('a heap that is smaller than Spark takes is refused as such, however large the Pod is', () => {
  expect(() => sparkDriverMemory('anomaly-stream-host', mebibytes(1408), NOTHING, mebibytes(256))).toThrow(
    /heap of 256Mi.*450Mi/,
  );
});
