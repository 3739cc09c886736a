import * as fc from 'fast-check';
import { tryCpuMillis, tryMemoryBytes } from './quantity';
import { formatCpu, formatMemory } from './quantity-format';

test.each([
  [0, '0'],
  [1, '0.001'],
  [350, '0.35'],
  [500, '0.5'],
  [6050, '6.05'],
  [8000, '8'],
  [10_000, '10'],
  [-350, '-0.35'],
])('%d thousandths of a CPU are written %s', (millis, text) => {
  expect(formatCpu(millis)).toBe(text);
});

test.each([
  [0, '0'],
  [1, '1 byte'],
  [1024, '1Ki'],
  [1280, '1.25Ki'],
  [512 * 2 ** 20, '512Mi'],
  [1408 * 2 ** 20, '1408Mi'],
  [1536 * 2 ** 20, '1.5Gi'],
  [22 * 2 ** 30, '22Gi'],
  [25.25 * 2 ** 30, '25.25Gi'],
  [30 * 2 ** 30 + 1, '32212254721 bytes'],
  [32e9, '31250000Ki'],
  [-(2 ** 30), '-1Gi'],
])('%d bytes are written %s', (bytes, text) => {
  expect(formatMemory(bytes)).toBe(text);
});

test('what is written is read back as the same CPU', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (millis) => {
      expect(tryCpuMillis(formatCpu(millis))).toBe(millis);
    }),
  );
});

test('what is written is read back as the same memory, so that two different numbers never print alike', () => {
  const bytes = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((quarters) => quarters * 256),
    fc.nat({ max: 2 ** 20 }).map((quarters) => quarters * 2 ** 28),
  );
  fc.assert(
    fc.property(bytes, (amount) => {
      expect(tryMemoryBytes(formatMemory(amount).replace(/ bytes?$/, ''))).toBe(amount);
    }),
  );
});
