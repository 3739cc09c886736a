import { quoted } from './expectations';
import type { Field } from './field';
import { problemAt } from './field-problems';
import type { FieldProblem } from './field-problems';

/** Returns a problem for each field whose text an earlier one has; empty texts and other values do not count. */
export function repeatedTexts(fields: readonly Field[], what: string): readonly FieldProblem[] {
  const seen = new Set<string>();
  return fields.flatMap((field) => {
    const { text = '' } = field;
    if (text === '') return [];
    if (seen.has(text)) return [problemAt(field, `is ${quoted(text)}, which another ${what} is already`)];
    seen.add(text);
    return [];
  });
}
