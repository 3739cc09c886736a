import * as fc from 'fast-check';
import { countedResources } from '../quantities/counted-resources';
import { tryLoweredAmount } from './lowered-amount';

const [cpu, memory] = countedResources;
const GI = 2 ** 30;

test.each([
  [800, 350, 1, 450],
  [500, 350, 3, 383],
  [500, 351, 3, 383],
  [500, 352, 3, 382],
  [350, 350, 1, undefined],
  [100, 350, 3, undefined],
])('%d thousandths of a CPU that give %d with %d Pods become %j', (amount, excess, pods, lowered) => {
  expect(tryLoweredAmount(amount, excess, pods, cpu)).toBe(lowered);
});

test('memory is lowered to whole Mi, or to bytes where less than one is left', () => {
  expect(tryLoweredAmount(4 * GI, GI + 1, 1, memory)).toBe(3071 * 2 ** 20);
  expect(tryLoweredAmount(2 ** 20, 1000, 1, memory)).toBe(2 ** 20 - 1000);
});

test('Pods with the lowered amount always give the excess', () => {
  const amount = fc.maxSafeNat();
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 10_000 }), (now, excess, pods) => {
      const lowered = tryLoweredAmount(now, excess, pods, memory);
      const given = BigInt(now - (lowered ?? 0)) * BigInt(pods);

      expect(lowered === undefined ? BigInt(now) * BigInt(pods) < BigInt(excess) + BigInt(pods) : given >= excess).toBe(
        true,
      );
    }),
  );
});
