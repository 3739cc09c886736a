import type { Text } from '../../../text';

/** How many names a sentence lists. */
const LISTED_NAMES = 5;

/** Returns names as a sentence lists them in each language: the first few, and how many more there are. */
export function listedNames(names: readonly string[]): Text {
  const shown = names.slice(0, LISTED_NAMES);
  const more = names.length - shown.length;
  return more > 0
    ? { en: `${shown.join(', ')} and ${more} more`, zh: `${shown.join('、')} 等 ${names.length} 个` }
    : { en: shown.join(', '), zh: shown.join('、') };
}
