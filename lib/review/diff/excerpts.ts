/** The most that is shown of a text on one line. */
const MAX_LENGTH = 160;

/** So much that is the same stands before what differs, to see where one is. */
const LEAD = 30;

/** Two texts, as far as they are there, each cut to what can be shown. */
export interface Excerpts {
  readonly before?: string;
  readonly after?: string;
}

/**
 * Cuts two texts so that what differs between them is seen, with `…` for what is left out.
 *
 * Both are cut at the same place: the begin of a long text is often the same in both.
 */
export function excerpts(before: string | undefined, after: string | undefined): Excerpts {
  const longest = Math.max(before?.length ?? 0, after?.length ?? 0);
  const common = before === undefined || after === undefined ? 0 : commonStart(before, after);
  const start = longest > MAX_LENGTH && common > LEAD ? common - LEAD : 0;
  return {
    ...(before === undefined ? {} : { before: excerpt(before, start) }),
    ...(after === undefined ? {} : { after: excerpt(after, start) }),
  };
}

function excerpt(text: string, start: number): string {
  const end = start + MAX_LENGTH;
  const left = text.length - end;
  const shown = toWholeCharacters(text.slice(start, end));
  return `${start > 0 ? '…' : ''}${shown}${left > 0 ? `… (${left} more)` : ''}`;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Leaves out the half of a character that a cut went through. */
function toWholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
