/** What stands for a secret value. */
export const HIDDEN = '(hidden)';

/** A part of a text that is a secret, from its first character to before its last. */
export type SecretPart = readonly [start: number, end: number];

/** Returns a text with parts of it hidden; they may overlap and stand in any order. */
export function withHidden(text: string, parts: readonly SecretPart[]): string {
  let [shown, from] = ['', 0];
  for (const [start, end] of [...parts].sort(([one], [other]) => one - other)) {
    if (end <= from || end <= start) continue;
    // What overlaps the part before is one with it.
    if (start >= from) shown += text.slice(from, start) + HIDDEN;
    from = end;
  }
  return shown + text.slice(from);
}
