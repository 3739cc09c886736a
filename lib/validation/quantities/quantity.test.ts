import * as fc from 'fast-check';
import type { Json } from '../manifest';
import { tryCpuMillis, tryMemoryBytes } from './quantity';

const MOST = Number.MAX_SAFE_INTEGER;

test.each<[Json, number]>([
  ['0', 0],
  ['1', 1000],
  ['+1', 1000],
  ['-1', -1000],
  [8, 8000],
  [0.5, 500],
  [1e-7, 1],
  ['350m', 350],
  ['1.5', 1500],
  ['.5', 500],
  ['5.', 5000],
  ['0.1m', 1],
  ['1.0000000001', 1001],
  ['-0.1m', -1],
  ['100u', 1],
  ['1000u', 1],
  ['1001u', 2],
  ['1n', 1],
  ['0n', 0],
  ['2k', 2_000_000],
  ['1Ki', 1_024_000],
  ['1e3', 1_000_000],
  ['1E3', 1_000_000],
  ['1.5E2', 150_000],
  ['5e-1', 500],
  ['1e+1', 10_000],
  ['1e-400', 1],
  ['1e4294967296', 1000],
  ['007', 7000],
])('CPU %j is %d thousandths', (quantity, millis) => {
  expect(tryCpuMillis(quantity)).toBe(millis);
});

test.each<[Json, number]>([
  ['512Mi', 512 * 2 ** 20],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['32G', 32e9],
  ['32000M', 32e9],
  ['1Ti', 2 ** 40],
  ['1T', 1e12],
  ['1Pi', 2 ** 50],
  ['1P', 1e15],
  ['0.001Ei', 1_152_921_504_606_847],
  ['100m', 1],
  ['0.1Ki', 103],
  ['123456789', 123_456_789],
  [134_217_728, 134_217_728],
  ['1e9', 1e9],
])('memory %j is %d bytes', (quantity, bytes) => {
  expect(tryMemoryBytes(quantity)).toBe(bytes);
});

test.each<[Json]>([['8Ei'], ['1E'], ['9007199254740992'], ['1e400'], ['1e2000000000'], [1e300], [2 ** 53]])(
  '%j is more than any cloud has and becomes the largest exact integer',
  (quantity) => {
    expect(tryMemoryBytes(quantity)).toBe(MOST);
    expect(tryCpuMillis(quantity)).toBe(MOST);
  },
);

test.each(['Ki', 'm', '.', '+', '-.Mi', '0.Ki', 'e3'])(
  '%j, which has no digit or none but zeros, is 0 as in Kubernetes',
  (quantity) => {
    expect(tryMemoryBytes(quantity)).toBe(0);
  },
);

test.each<[Json | undefined]>([
  [''],
  ['1 2'],
  ['\t1'],
  ['1\n'],
  ['1\u2028'],
  ['1 Gi'],
  ['1K'],
  ['1mi'],
  ['1gb'],
  ['1i'],
  ['1.1.M'],
  ['1+1'],
  ['1e'],
  ['3.01e-'],
  ['1e1.5'],
  ['1e9999999999999999999'],
  ['Ei'],
  ['e-10'],
  ['0x10'],
  ['1_000'],
  ['１'],
  ['Infinity'],
  [null],
  [true],
  [[]],
  [{}],
  [undefined],
])('%j is no quantity', (quantity) => {
  expect(tryCpuMillis(quantity)).toBeUndefined();
  expect(tryMemoryBytes(quantity)).toBeUndefined();
});

test('a number that JSON cannot hold is no quantity', () => {
  expect(tryCpuMillis(Number.NaN)).toBeUndefined();
  expect(tryCpuMillis(Number.POSITIVE_INFINITY)).toBeUndefined();
});

test('rounding up never charges less than was written, and never a whole thousandth more', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 999_999_999 }), (cpus, nanos) => {
      const millis = BigInt(tryCpuMillis(`${cpus}.${String(nanos).padStart(9, '0')}`) ?? -1);
      const written = BigInt(cpus) * 1_000_000_000n + BigInt(nanos);

      expect(millis * 1_000_000n >= written).toBe(true);
      expect((millis - 1n) * 1_000_000n < written).toBe(true);
    }),
  );
});

test('the same amount written in another way is the same number', () => {
  fc.assert(
    fc.property(fc.nat(), (amount) => {
      expect(tryCpuMillis(`${amount}m`)).toBe(amount);
      expect(tryCpuMillis(`${amount}e-3`)).toBe(amount);
      expect(tryCpuMillis(`${amount}000000n`)).toBe(amount);
      expect(tryMemoryBytes(`${amount}Ki`)).toBe(amount * 1024);
      expect(tryMemoryBytes(amount)).toBe(amount);
    }),
  );
});

test('no JSON value and no text makes the parser throw or return anything but an exact integer', () => {
  const texts = fc.stringMatching(/^[+-]?[0-9]{0,25}[.]?[0-9]{0,25}[eEinumkKMGTP]{0,2}[-+]?[0-9]{0,12}$/);
  fc.assert(
    fc.property(fc.oneof(texts, fc.string(), fc.jsonValue()), (value) => {
      for (const amount of [tryCpuMillis(value), tryMemoryBytes(value)]) {
        expect(amount === undefined || Number.isSafeInteger(amount)).toBe(true);
      }
    }),
  );
});

test.each([' 1', '1 ', '  1\u00a0'])('white space around %j is trimmed, as the API server does', (text) => {
  expect(tryMemoryBytes(text)).toBe(1);
});

test('a megabyte of spaces is read in no time that grows with its square', () => {
  expect(tryMemoryBytes(`${' '.repeat(2 ** 20)}x${' '.repeat(2 ** 20)}`)).toBeUndefined();
});
