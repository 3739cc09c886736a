import { quoted } from '../../validation/fields/expectations';
import { asList, asObject } from '../../validation/manifest';
import type { Json, Manifest } from '../../validation/manifest';
import { maskedObject } from './masked-values';

/** A text of an object, and the same with its secrets hidden. */
type Masked = readonly [text: string, masked: string];

/** Returns what hides the secrets of an object in a sentence that says what is wrong with it. */
export function hiddenInSentence(manifest: Manifest): (sentence: string) => string {
  const texts = maskedTexts(manifest.json, maskedObject(manifest).json);
  return (sentence) =>
    texts.reduce(
      (shown, [text, masked]) => shown.replaceAll(quoted(text), () => quoted(masked)).replaceAll(text, () => masked),
      sentence,
    );
}

/** The longest first: one text may be a part of another. */
function maskedTexts(original: Json, masked: Json): readonly Masked[] {
  const texts = new Map<string, string>();
  const open: [Json, Json][] = [[original, masked]];
  for (const [value, shown] of open) {
    if (typeof value === 'string' && typeof shown === 'string') {
      if (value !== shown && value.trim() !== '') texts.set(value, shown);
    } else if (Array.isArray(value)) {
      for (const [index, item] of asList(value).entries()) open.push([item, asList(shown)[index] ?? null]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inside] of Object.entries(asObject(value))) {
        if (inside !== undefined) open.push([inside, asObject(shown)[name] ?? null]);
      }
    }
  }
  return [...texts].sort(([one], [other]) => other.length - one.length);
}
