const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** The longest duration of Go: 2^63 - 1 nanoseconds, about 292 years. */
const MAX_NANOSECONDS = 2 ** 63;

/**
 * Returns the seconds of a duration as Go writes it, such as `1h30m` or `1.5s`, or undefined if Go does not read it.
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function tryGoDurationSeconds(text: string): number | undefined {
  const [, sign, amount = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (amount === '0') return 0;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/.test(amount)) return undefined;
  const parts = [...amount.matchAll(/([\d.]+)([a-z\u00b5\u03bc]+)/g)];
  const nanoseconds = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (NANOSECONDS[unit] ?? 0), 0);
  if (nanoseconds >= MAX_NANOSECONDS) return undefined;
  return (sign === '-' ? -nanoseconds : nanoseconds) / 1e9;
}
