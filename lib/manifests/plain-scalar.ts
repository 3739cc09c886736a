/** What a scalar of YAML stands for. A number may be infinite or no number, which JSON cannot say. */
export type ScalarValue = string | number | boolean | null;

const KEYWORDS: ReadonlyMap<string, boolean | number | null> = new Map<string, boolean | number | null>([
  ...spellings(true, ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']),
  ...spellings(false, ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']),
  ...spellings(null, ['', '~', 'null', 'Null', 'NULL']),
  ...spellings(NaN, ['.nan', '.NaN', '.NAN']),
  ...spellings(Infinity, ['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF']),
  ...spellings(-Infinity, ['-.inf', '-.Inf', '-.INF']),
]);

/** Longer ones are left to floats: numbers of that many digits take long to make and do not fit into 64 bits. */
const LONGEST_INTEGER = 1000;

const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const FLOAT_FROM_POINT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;

const LEAST_INTEGER = -(2n ** 63n);
const LARGEST_SIGNED = 2n ** 63n - 1n;
const LARGEST_UNSIGNED = 2n ** 64n - 1n;

/**
 * Returns what a scalar without quotes and tag means to kubectl, which reads YAML 1.1 with go-yaml 2.
 *
 * So `yes`, `on` and `y` are true, `0440` is 288, `1_000` is 1000; sexagesimal numbers and timestamps stay strings.
 * A number too large for 64 bits becomes a float, or stays a string where it has another base than ten.
 *
 * @see gopkg.in/yaml.v2 v2.4.0 resolve.go
 */
export function plainScalar(text: string): ScalarValue {
  const keyword = KEYWORDS.get(text);
  if (keyword !== undefined) return keyword;
  const integer = tryInteger(text);
  return integer === undefined ? (tryFloat(text) ?? text) : Number(integer);
}

/** Returns the value of one of the words for true, false, null, infinity and not a number, or undefined. */
export function tryKeyword(text: string): boolean | number | null | undefined {
  return KEYWORDS.get(text);
}

/** Returns the integer that a scalar is, or undefined: one of 64 bits, signed or not. */
export function tryInteger(text: string): bigint | undefined {
  if (!startsAsNumber(text) || text.length > LONGEST_INTEGER) return undefined;
  const plain = text.replaceAll('_', '');
  const match = INTEGER.exec(plain) ?? INTEGER.exec(withSignFirst(plain));
  if (match === null) return undefined;
  const [, sign = '', digits = ''] = match;
  const magnitude = BigInt(digits.toLowerCase().replace(/^0(?=[0-7])/, '0o'));
  if (sign === '-') return -magnitude >= LEAST_INTEGER ? -magnitude : undefined;
  return magnitude <= (sign === '+' ? LARGEST_SIGNED : LARGEST_UNSIGNED) ? magnitude : undefined;
}

/** Returns the decimal fraction that a scalar is, or undefined where it is none or is too large for one. */
export function tryFloat(text: string): number | undefined {
  const isFloat = startsAsNumber(text) ? FLOAT.test(text.replaceAll('_', '')) : FLOAT_FROM_POINT.test(text);
  if (!isFloat) return undefined;
  const value = Number(text.replaceAll('_', ''));
  // The zero is added for the sake of -0, which is not the same as 0 everywhere.
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** Only after a digit or sign may underscores stand anywhere; `._1` is a string. */
function startsAsNumber(text: string): boolean {
  return /^[-+0-9]/.test(text);
}

/** go-yaml reads the digits after `0b` once more as a number of their own, so that `0b-11` is -3. */
function withSignFirst(text: string): string {
  return text.replace(/^0b([-+])/, '$10b');
}

function spellings<Value>(value: Value, words: readonly string[]): readonly (readonly [string, Value])[] {
  return words.map((word) => [word, value] as const);
}
