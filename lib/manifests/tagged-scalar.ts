import { plainScalar, tryFloat, tryInteger, tryKeyword } from './plain-scalar';
import type { ScalarValue } from './plain-scalar';
import { ReadingError } from './reading-error';

const PREFIX = 'tag:yaml.org,2002:';

/** The beginnings of the forms that go-yaml takes for a timestamp; it stays a string all the same. */
const TIMESTAMP = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt ]\d{1,2}:)/;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Returns what a scalar with an explicit tag, such as `!!str 8080`, means to kubectl. Quotes make no difference then.
 *
 * A tag of someone's own makes a string.
 *
 * @throws ReadingError if the text is not of the type that the tag says
 */
export function taggedScalar(tag: string, text: string): ScalarValue {
  if (!tag.startsWith(PREFIX)) return text;
  const type = tag.slice(PREFIX.length);
  const keyword = tryKeyword(text);
  switch (type) {
    case 'int':
      return Number(required(tryInteger(text), type));
    case 'float':
      return Number(required(typeof keyword === 'number' ? keyword : (tryInteger(text) ?? tryFloat(text)), type));
    case 'bool':
      return required(typeof keyword === 'boolean' ? keyword : undefined, type);
    case 'null':
      return required(plainScalar(text) === null ? null : undefined, type);
    case 'timestamp':
      return required(TIMESTAMP.test(text) ? text : undefined, type);
    case 'binary':
      return decodedBinary(text.replaceAll(/[\r\n]/g, ''));
    default:
      return text;
  }
}

function decodedBinary(base64: string): string {
  return Buffer.from(required(BASE64.test(base64) ? base64 : undefined, 'binary'), 'base64').toString('utf8');
}

function required<Value>(value: Value | undefined, type: string): Value {
  if (value === undefined) {
    throw new ReadingError(`has a value with the tag !!${type} that is none`);
  }
  return value;
}
