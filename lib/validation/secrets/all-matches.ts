const NONE: readonly RegExpExecArray[] = [];

/**
 * Returns all matches of a pattern with the flag `g`, none of which may be empty.
 *
 * Not `matchAll`, which makes another pattern for each text that it is asked about.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    match = pattern.exec(text);
  }
  return matches;
}
