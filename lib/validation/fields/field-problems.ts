import { oncePer } from '../once-per';
import { ExpectationTable } from './expectation-table';
import type { Field } from './field';
import type { Problem } from '../rule';

/** What a rule says about a field, before it is known of which object. */
export type FieldProblem = Omit<Problem, 'manifest'>;

/**
 * Says what is wrong with a field, or returns undefined: nothing is, or the value is of a wrong type, which is for
 * the rule that knows the schema to say. It depends on the value alone.
 */
export type Expectation = (field: Field) => string | undefined;

/** Says what is wrong with a field and in it. It depends on the value alone, but for the paths. */
export type FieldCheck = (field: Field) => readonly FieldProblem[];

/** What is expected of the fields that a pattern of `Field.all` names. */
export type FieldExpectation = readonly [pattern: string, expectation: Expectation | FieldCheck];

const NONE: readonly FieldProblem[] = [];

/** Returns the problem that a field has. */
export function problemAt({ path }: Field, message: string): FieldProblem {
  return { field: path, message };
}

/** Returns the problem of a field that does not meet an expectation, or none. */
export function problemsOf(field: Field, expectation: Expectation): readonly FieldProblem[] {
  const message = expectation(field);
  return message === undefined ? NONE : [problemAt(field, message)];
}

const tableOf = oncePer((expectations: readonly FieldExpectation[]) => new ExpectationTable(expectations));

/**
 * Returns the problems of all fields below one that do not meet what a table expects of them.
 *
 * A null in a list of texts is an empty text, as the API server reads it; elsewhere it is nothing.
 *
 * @param expectations a constant: what is made of it is remembered for the next field
 */
export function problemsBelow(field: Field, expectations: readonly FieldExpectation[]): readonly FieldProblem[] {
  return tableOf(expectations).problemsBelow(field);
}
