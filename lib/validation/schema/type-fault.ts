import type { Json } from '../manifest';

/** What a value has to be. */
export interface ExpectedValue {
  /** In words, as in "a whole number". */
  readonly expected: string;
  readonly matches: (value: Json) => boolean;
  /** What `typeof` says only of values that match. @default none: more than that decides */
  readonly enough?: string;
}

const INT32_LIMIT = 2 ** 31;
const INT64_LIMIT = 2 ** 63;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?:Z|[-+]\d{2}:\d{2})$/;

/**
 * What each scalar of the field table may be. Quantities are the matter of a rule of their own.
 *
 * @see encoding/json of Go, and the UnmarshalJSON of k8s.io/apimachinery v0.27 pkg/util/intstr and pkg/apis/meta/v1
 */
const SCALARS: ReadonlyMap<string, ExpectedValue> = new Map<string, ExpectedValue>([
  ['any', { expected: 'anything', matches: () => true }],
  ['quantity', { expected: 'a quantity', matches: () => true }],
  ['string', { expected: 'a text', matches: isText, enough: 'string' }],
  ['boolean', { expected: 'true or false', matches: (value) => typeof value === 'boolean', enough: 'boolean' }],
  ['int32', { expected: 'a whole number of 32 bits', matches: (value) => isInteger(value, INT32_LIMIT) }],
  ['int64', { expected: 'a whole number', matches: (value) => isInteger(value, INT64_LIMIT) }],
  ['double', { expected: 'a number', matches: (value) => typeof value === 'number' }],
  ['bytes', { expected: 'a text in base64', matches: (value) => isText(value) && isBase64(value) }],
  ['time', { expected: 'a time such as 2024-01-31T12:00:00Z', matches: (value) => isText(value) && TIME.test(value) }],
  [
    'int-or-string',
    {
      expected: 'a whole number of 32 bits or a text',
      matches: (value) => isText(value) || isInteger(value, INT32_LIMIT),
      enough: 'string',
    },
  ],
]);

const LIST: ExpectedValue = { expected: 'a list', matches: (value) => Array.isArray(value) };

const OBJECT: ExpectedValue = {
  expected: 'an object with fields',
  matches: (value) => typeof value === 'object' && !Array.isArray(value),
};

/**
 * Returns what Kubernetes expects in place of a value, or undefined if the value is of the type.
 *
 * Only the value itself is judged, not what a list, a map or an object has inside. Null is of every type.
 */
export function tryExpectedInstead(type: string, value: Json): string | undefined {
  const { matches, expected } = expectedOfType(type);
  return value === null || matches(value) ? undefined : expected;
}

/** Returns what Kubernetes expects of a value of a type that is not null. */
export function expectedOfType(type: string): ExpectedValue {
  return type.endsWith('[]') ? LIST : (SCALARS.get(type) ?? OBJECT);
}

/** Returns what a value is in words, without the value: it may be a password in a field of a wrong type. */
export function kindOfValue(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'true or false';
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}

function isInteger(value: Json, limit: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -limit && value < limit;
}

/** Like Go's decoder, which skips line ends. */
function isBase64(text: string): boolean {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}
