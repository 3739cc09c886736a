import type { Json } from '../manifest';

const DECIMAL_SUFFIXES: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const BINARY_SUFFIXES: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

/**
 * The white space that the API server trims from a quantity: it looks at the text as it stands in JSON, in which tabs,
 * line ends, U+2028 and U+2029 are escaped and therefore are none.
 */
const SPACE = /[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** A quantity without loss: `digits × 10^exponent × 2^shift`. */
interface Quantity {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly exponent: number;
  readonly shift: number;
}

/**
 * Converts a Kubernetes CPU quantity such as `350m` or `1.5` to thousandths of a CPU, rounded up as a quota does.
 *
 * Rounding goes away from zero. What exceeds 2^53 - 1 becomes 2^53 - 1: Kubernetes caps too (at 2^63 - 1), and
 * no cloud has either, so every comparison with a real bound keeps its outcome.
 *
 * @returns undefined for what the API server does not read as a quantity; negative ones are returned as they are
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function tryCpuMillis(value: Json | undefined): number | undefined {
  return tryRoundedUp(value, 3);
}

/**
 * Converts a Kubernetes memory quantity such as `512Mi`, `1.5G` or `128974848` to bytes, rounded up to whole ones.
 *
 * Rounding goes away from zero, and what exceeds 2^53 - 1 becomes 2^53 - 1, as in `tryCpuMillis`. A fraction of a
 * byte, such as `100m`, is legal and counts as one byte.
 *
 * @returns undefined for what the API server does not read as a quantity; negative ones are returned as they are
 */
export function tryMemoryBytes(value: Json | undefined): number | undefined {
  return tryRoundedUp(value, 0);
}

function tryRoundedUp(value: Json | undefined, decimals: 0 | 3): number | undefined {
  const plain = tryPlain(value, decimals);
  if (plain !== undefined) return plain;
  const quantity = tryQuantity(value);
  if (quantity === undefined) return undefined;
  const magnitude = roundedUp({ ...quantity, exponent: quantity.exponent + decimals });
  return quantity.negative && magnitude !== 0 ? -magnitude : magnitude;
}

/** How nearly all quantities are written. */
const PLAIN = /^(\d{1,6})(m|Ki|Mi|Gi)?$/;

/** Returns a quantity in the usual form, rounded up, without the large integers that the others may take. */
function tryPlain(value: Json | undefined, decimals: 0 | 3): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = PLAIN.exec(String(value));
  if (match === null) return undefined;
  const [amount, suffix = ''] = [Number(match[1]), match[2]];
  const units = decimals === 3 ? 1000 : 1;
  const rounded =
    suffix === 'm' ? Math.ceil((amount * units) / 1000) : amount * units * 2 ** (BINARY_SUFFIXES[suffix] ?? 0);
  return Number.isSafeInteger(rounded) ? rounded : undefined;
}

/**
 * Reads what apimachinery reads from JSON, the odd cases included: `5.`, `.5`, and most suffixes and signs without any
 * digit, which are zero.
 *
 * @see k8s.io/apimachinery v0.27 pkg/api/resource/quantity.go, suffix.go
 */
function tryQuantity(value: Json | undefined): Quantity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = typeof value === 'number' ? String(value) : trimmed(value);
  const match = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*(?:[-+]?\d*))$/.exec(text);
  if (text === '' || match === null) return undefined;

  const [, sign = '', whole = '', fraction = '', suffix = ''] = match;
  const scale = tryScale(suffix);
  if (scale === undefined) return undefined;
  // Upstream takes a suffix alone for zero only where its fast path, which ends at these two sizes, can.
  if (whole + fraction === '' && (scale.exponent < -9 || scale.shift > 40)) return undefined;
  const digits = BigInt(`0${whole}${fraction}`);
  return { negative: sign === '-', digits, exponent: scale.exponent - fraction.length, shift: scale.shift };
}

function tryScale(suffix: string): Pick<Quantity, 'exponent' | 'shift'> | undefined {
  const decimal = DECIMAL_SUFFIXES[suffix];
  if (decimal !== undefined) return { exponent: decimal, shift: 0 };
  const binary = BINARY_SUFFIXES[suffix];
  if (binary !== undefined) return { exponent: 0, shift: binary };

  const match = /^[eE]([+-]?\d+)$/.exec(suffix);
  if (match === null) return undefined;
  const exponent = BigInt(match[1] ?? '');
  if (BigInt.asIntN(64, exponent) !== exponent) return undefined;
  // The upstream parser cuts the exponent to 32 bits without a check: there 1e4294967296 is 1.
  return { exponent: Number(BigInt.asIntN(32, exponent)), shift: 0 };
}

function roundedUp({ digits, exponent, shift }: Quantity): number {
  if (digits === 0n) return 0;
  // Far outside of the range the powers themselves would be too large to compute: 1e2000000000 is legal.
  const lengthOfResult = digits.toString().length + exponent;
  if (lengthOfResult > 40) return Number.MAX_SAFE_INTEGER;
  if (lengthOfResult < -40) return 1;

  const dividend = (digits << BigInt(shift)) * 10n ** BigInt(Math.max(exponent, 0));
  const divisor = 10n ** BigInt(Math.max(-exponent, 0));
  const result = (dividend + divisor - 1n) / divisor;
  return result > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(result);
}

/** Not by one pattern for both ends: that takes the square of the length of a text full of spaces. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
