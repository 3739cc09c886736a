import { Field } from './field';
import type { Problem } from '../rule';

/** What a rule says about a field, before it is known of which object. */
export type FieldProblem = Omit<Problem, 'manifest'>;

/**
 * Says what is wrong with a field, or returns undefined: nothing is, or the value is of a wrong type, which is for
 * the rule that knows the schema to say.
 */
export type Expectation = (field: Field) => string | undefined;

/** What is expected of the fields that a pattern of `Field.all` names. */
export type FieldExpectation = readonly [pattern: string, expectation: Expectation];

/** Returns the problem that a field has. */
export function problemAt({ path }: Field, message: string): FieldProblem {
  return { field: path, message };
}

/** Returns the problem of a field that does not meet an expectation, or none. */
export function problemsOf(field: Field, expectation: Expectation): readonly FieldProblem[] {
  const message = expectation(field);
  return message === undefined ? [] : [problemAt(field, message)];
}

/**
 * Returns the problems of all fields below one that do not meet what a table expects of them.
 *
 * A null in a list of texts is an empty text, as the API server reads it; elsewhere it is nothing.
 */
export function problemsBelow(field: Field, expectations: readonly FieldExpectation[]): readonly FieldProblem[] {
  return expectations.flatMap(([pattern, expectation]) =>
    field.all(pattern).flatMap((found) => {
      const isEmptyText = found.value === null && pattern.endsWith('[]');
      return problemsOf(isEmptyText ? new Field(found.path, '') : found, expectation);
    }),
  );
}
