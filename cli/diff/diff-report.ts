import { compareChanges } from '../../lib/review/diff/set-diff';
import type { SetDiff } from '../../lib/review/diff/set-diff';
import type { ObjectChange } from '../../lib/review/diff/object-change';
import type { Text } from '../../lib/text';

/** All that a comparison came to. */
export interface DiffReport {
  /** What the sides were called on the command line. */
  readonly before: string;
  readonly after: string;
  readonly sets: readonly SetDiff[];
  /** What a reader has to know besides. */
  readonly remarks: readonly Text[];
}

/** Returns what differs in any environment, what is removed first. */
export function allChanges({ sets }: DiffReport): readonly ObjectChange[] {
  return sets.flatMap(({ objects }) => objects).sort(compareChanges);
}
