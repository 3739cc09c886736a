import { addToList } from '../../../validation/add-to-list';
import type { Text } from '../../../text';
import type { Symptom } from '../../judge/finding';
import type { ClaimTrouble } from './claim-trouble';

/** Claims of one class that have the same trouble. */
export interface ClassTrouble {
  /** The first of them by name, which stands for all. */
  readonly trouble: ClaimTrouble;
  /** The others, to be put at the end of a sentence: empty, or that there are more. */
  readonly others: Text;
  /** What every symptom about them has: whom they explain, and whether anybody waits for them at all. */
  readonly consequences: Pick<Symptom, 'explains' | 'severity'>;
}

/** Returns troubles by what they have in common: what is wrong with a class is one finding, and not one for each claim. */
export function classTroubles(
  troubles: readonly ClaimTrouble[],
  keyOf: (trouble: ClaimTrouble) => string,
): readonly ClassTrouble[] {
  const groups = new Map<string, [ClaimTrouble, ...ClaimTrouble[]]>();
  for (const trouble of troubles) {
    addToList(groups, keyOf(trouble), trouble);
  }
  return [...groups.values()].map(([trouble, ...others]) => {
    const users = [trouble, ...others].flatMap((one) => one.users);
    const count = others.length;
    return {
      trouble,
      others: {
        en: count === 0 ? '' : `; so do ${count} more ${count === 1 ? 'claim' : 'claims'}`,
        zh: count === 0 ? '' : `；另有 ${count} 个 PersistentVolumeClaim 相同`,
      },
      consequences: {
        explains: [...new Set([...others.map(({ id }) => id), ...users])].sort(),
        ...([trouble, ...others].some(({ isAwaited }) => isAwaited) ? {} : { severity: 'warning' as const }),
      },
    };
  });
}
