import { quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { textForms } from '../fields/text-forms';

/** How much a ConfigMap or Secret may hold. @see kubernetes/kubernetes v1.27 pkg/apis/core/types.go, MaxSecretSize */
export const MOST_DATA_BYTES = 1024 * 1024;

/** Returns the problems of keys that could not be the name of a file. */
export function dataKeyProblems(data: Field): readonly FieldProblem[] {
  return data.entries
    .filter(([key]) => !textForms.dataKey.matches(key))
    .map(([key, entry]) => problemAt(entry, `has the key ${quoted(key)}; ${textForms.dataKey.expected} is expected`));
}

/** Returns the bytes that a base64 text stands for, or undefined if it is none. Line breaks in it do not count. */
export function tryBase64Bytes(text: string): number | undefined {
  const digits = text.replace(/[\r\n]/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined;
  return (digits.length / 4) * 3 - (digits.length - digits.replace(/=+$/, '').length);
}
