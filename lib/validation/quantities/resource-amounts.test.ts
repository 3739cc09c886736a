import * as fc from 'fast-check';
import { larger, noAmounts, plus, times } from './resource-amounts';

const MOST = Number.MAX_SAFE_INTEGER;
const capped = (exact: bigint) => Number(exact > BigInt(MOST) ? BigInt(MOST) : exact);
const most = { cpuMillis: MOST, memoryBytes: MOST };

test('a sum adds CPU to CPU and memory to memory', () => {
  expect(plus({ cpuMillis: 1, memoryBytes: 20 }, { cpuMillis: 2, memoryBytes: 30 })).toEqual({
    cpuMillis: 3,
    memoryBytes: 50,
  });
});

test('the larger of two amounts is found for each resource on its own', () => {
  expect(larger({ cpuMillis: 1, memoryBytes: 30 }, { cpuMillis: 2, memoryBytes: 20 })).toEqual({
    cpuMillis: 2,
    memoryBytes: 30,
  });
});

test('sums and products stay at the largest exact integer instead of losing units', () => {
  expect(plus(most, { cpuMillis: 1, memoryBytes: 1 })).toEqual(most);
  expect(times(most, 3)).toEqual(most);
  expect(times(most, 0)).toEqual(noAmounts);
});

test('sums and products are exact, or the largest exact integer where the true number is beyond it', () => {
  const amount = fc.maxSafeNat();
  fc.assert(
    fc.property(amount, amount, fc.nat(), (one, other, count) => {
      const [ones, others] = [one, other].map((memoryBytes) => ({ cpuMillis: 0, memoryBytes }));

      expect(plus(ones ?? noAmounts, others ?? noAmounts).memoryBytes).toBe(capped(BigInt(one) + BigInt(other)));
      expect(times(ones ?? noAmounts, count).memoryBytes).toBe(capped(BigInt(one) * BigInt(count)));
    }),
  );
});
