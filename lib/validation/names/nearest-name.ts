const WORD_ENDS = /[-._/]/;

/**
 * Returns the name that a misspelt one was probably meant to be, or undefined where none is near.
 *
 * Near is what differs by at most a third of its letters; case does not count. Of names of as many words, that holds
 * for each word: `root-password` is no misspelt `alert-password`, however much of it is the same.
 */
export function tryNearestName(name: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    // What is much longer or shorter cannot be near, and the input may be of any length.
    .filter((candidate) => Math.abs(candidate.length - name.length) <= candidate.length / 3)
    .map((candidate) => ({ candidate, edits: editsBetween(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= candidate.length / 3 && areNearByWord(name, candidate));
  return near.sort((one, other) => one.edits - other.edits)[0]?.candidate;
}

function areNearByWord(name: string, candidate: string): boolean {
  const words = name.toLowerCase().split(WORD_ENDS);
  const meant = candidate.toLowerCase().split(WORD_ENDS);
  if (words.length !== meant.length) return true;
  // Two letters are near in a word of any length: `.tgz` and `.tar`.
  return meant.every((word, index) => editsBetween(words[index] ?? '', word) <= Math.max(2, word.length / 3));
}

/** Levenshtein distance: how many letters to put in, take out or change. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const change = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
