import { tryFloat, tryInteger, tryKeyword } from './plain-scalar';
import { ReadingError } from './reading-error';

/** A number from here on is unsigned to go-yaml, and an unsigned one is no key to kubectl. */
const FIRST_UNSIGNED = 2n ** 63n;

/** From this exponent on, as below -4, Go writes a float with an exponent. */
const FIRST_WRITTEN_EXPONENT = 6;

/**
 * Returns the field name that kubectl makes of a key without quotes: `y` becomes `true`, and `0x10` becomes `16`.
 *
 * @throws ReadingError for null and for numbers of 2^63 and more, which kubectl refuses
 * @see sigs.k8s.io/yaml v1.3.0 yaml.go, convertToJSONableObject
 */
export function plainKey(text: string): string {
  const keyword = tryKeyword(text);
  const integer = tryInteger(text);
  if (keyword === null || (integer !== undefined && integer >= FIRST_UNSIGNED)) {
    throw new ReadingError(`has ${keyword === null ? 'null' : 'a number of 2^63 or more'} as a key`);
  }
  if (typeof keyword === 'boolean') return String(keyword);
  if (integer !== undefined) return String(integer);
  const float = keyword ?? tryFloat(text);
  return float === undefined ? text : floatKey(float);
}

/** Writes a float as Go's `FormatFloat(float, 'g', -1, 32)`: the shortest decimal that is the same 32-bit float. */
function floatKey(float: number): string {
  const single = Math.fround(float);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';

  const [mantissa = '', exponentText = ''] = shortestExponential(single).split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < FIRST_WRITTEN_EXPONENT) return String(Number(`${mantissa}e${exponent}`));
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function shortestExponential(single: number): string {
  // Nine digits tell any two 32-bit floats apart.
  for (let decimals = 0; decimals < 8; decimals += 1) {
    const text = single.toExponential(decimals);
    if (Math.fround(Number(text)) === single) return text;
  }
  return single.toExponential(8);
}
