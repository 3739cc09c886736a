import { atLeast, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import type { Expectation } from '../fields/field-problems';

/** Expects a number of Pods, 0 or more, or a percentage. */
export const amountOrPercentage: Expectation = (field) => {
  const { text } = field;
  if (text === undefined) return atLeast(0)(field);
  return /^\d+%$/.test(text)
    ? undefined
    : `is ${quoted(text)}; a whole number without quotes or a percentage such as 25% is expected`;
};

/** Expects a number of Pods, 0 or more, or a percentage that is at most 100. */
export const percentageUpTo100: Expectation = (field) => {
  const { text = '' } = field;
  const percent = Number(/^(\d+)%$/.exec(text)?.[1] ?? 0);
  return percent > 100 ? `is ${text}; at most 100% is expected` : amountOrPercentage(field);
};

/** Tells whether a share of Pods is written as none; one that is missing has a default. */
export function isZero({ value, text }: Field): boolean {
  return value === 0 || /^0+%$/.test(text ?? '');
}
