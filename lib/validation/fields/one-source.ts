import { isJsonObject } from '../manifest';
import { alternatives } from './expectations';
import type { Field } from './field';
import { problemAt } from './field-problems';
import type { FieldProblem } from './field-problems';

/**
 * Returns what is wrong with an object that takes exactly one of some fields: several of them, or none.
 *
 * @param noneIsFine for objects where none of them means a default
 */
export function oneSourceProblems(
  holder: Field,
  names: readonly string[],
  { noneIsFine = false }: { readonly noneIsFine?: boolean } = {},
): readonly FieldProblem[] {
  const { value } = holder;
  if (!isJsonObject(value)) return [];
  // Of what it has: a volume takes one of 29.
  const given = Object.keys(value).filter((key) => names.includes(key) && (value[key] ?? null) !== null);
  if (given.length > 1) {
    const found = names.filter((name) => given.includes(name));
    return [problemAt(holder, `has ${found.join(' and ')}; only one of these is expected`)];
  }
  if (given.length === 1 || noneIsFine) return [];
  return [problemAt(holder, `has none of ${alternatives(names)}; one of these is expected`)];
}
