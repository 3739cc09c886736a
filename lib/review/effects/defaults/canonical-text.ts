import { asObject } from '../../../validation/manifest';
import type { Json } from '../../../validation/manifest';

/** Returns a value as text in which the order of fields does not show. */
export function canonicalText(value: Json): string {
  return JSON.stringify(value, (_, part: Json) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(asObject(part)).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
