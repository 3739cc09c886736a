import type { Expectation } from './field-problems';
import { goesUp } from './text-forms';
import type { TextForm } from './text-forms';

/** How much of a text a message shows. */
const SHOWN_CHARACTERS = 80;

/** Expects a number that is not below a bound. */
export function atLeast(min: number): Expectation {
  return ({ integer }) =>
    integer === undefined || integer >= min ? undefined : `is ${integer}; ${min} or more is expected`;
}

/** Expects a number within two bounds, both included. */
export function between(min: number, max: number): Expectation {
  return ({ integer }) =>
    integer === undefined || (integer >= min && integer <= max)
      ? undefined
      : `is ${integer}; ${min} to ${max} is expected`;
}

/** Expects one of some words; an empty text is none of them. */
export function oneOf(...words: readonly string[]): Expectation {
  return ({ text }) =>
    text === undefined || words.includes(text) ? undefined : `is ${quoted(text)}; ${alternatives(words)} is expected`;
}

/** Expects one of some words, or an empty text, for which the API server takes its default. */
export function oneOfOrEmpty(...words: readonly string[]): Expectation {
  return unlessEmpty(oneOf(...words));
}

/** Expects a text of a form. */
export function ofForm({ matches, expected }: TextForm): Expectation {
  return ({ text }) => {
    if (text === undefined || matches(text)) return undefined;
    return `is ${quoted(text)}; ${expected} is expected`;
  };
}

/** Expects a text of a form, or an empty one, which counts as none. */
export function ofFormOrEmpty(form: TextForm): Expectation {
  return unlessEmpty(ofForm(form));
}

/** Expects a text that is not empty. */
export const notEmpty: Expectation = ({ text }) => (text === '' ? 'is empty; a value is expected' : undefined);

/** Expects a text that is there and not empty, where the schema demands neither. */
export const given: Expectation = (field) => (field.exists ? notEmpty(field) : 'is missing; a value is expected');

/** Expects a text of a form that is there, where the schema does not demand it. */
export function givenOfForm(form: TextForm): Expectation {
  return (field) => given(field) ?? ofForm(form)(field);
}

/** Expects a list that is not empty. */
export const notEmptyList: Expectation = ({ value }) =>
  Array.isArray(value) && value.length === 0 ? 'is empty; at least one item is expected' : undefined;

/** Expects a path that does not lead out of where it is, absolute or not. */
export const pathWithoutDots: Expectation = ({ text }) =>
  text !== undefined && goesUp(text) ? `is ${quoted(text)}; a path without ".." is expected` : undefined;

/** Expects that a field is not given at all, for a reason: `which init containers may not have`. */
export function absent(reason: string): Expectation {
  return ({ exists }) => (exists ? `is given, ${reason}` : undefined);
}

/** Returns words as a choice in a sentence: `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Returns a text in quotes as a message shows it: a long one is cut, with its length. */
export function quoted(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, SHOWN_CHARACTERS))}… (${text.length} characters)`;
}

function unlessEmpty(expectation: Expectation): Expectation {
  return (field) => (field.text === '' ? undefined : expectation(field));
}
