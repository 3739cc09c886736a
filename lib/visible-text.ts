/**
 * Characters that act instead of being seen: control characters but the line break and the tab, separators of lines,
 * and those that turn the direction of writing, with which a name could pass for another.
 */
const NOT_VISIBLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Returns text of others with every character seen: one that would act stands there as its code, such as `\u202e`. */
export function visibleText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(NOT_VISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Returns text of others as one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}
