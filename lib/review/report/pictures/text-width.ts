/** The width of characters in parts of the font size, in a wide font, since nobody knows which one a reader has. */
const NARROW = /[iljftrI.,:;'|![\]() ]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z0-9&#$+<>=~_?]/;

/** Returns about how wide a text is drawn, rather too wide than too narrow. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return Math.ceil(width * fontSize);
}

/** Returns a text that is no wider than this, with `…` at its end where something was cut off. */
export function fittedText(text: string, fontSize: number, width: number): string {
  const mark = characterWidth('…') * fontSize;
  let used = 0;
  let fitting = '';
  let withMark = '';
  for (const character of text) {
    used += characterWidth(character) * fontSize;
    // Whether the rest fits is known soon: a name may be as long as a file.
    if (used > width) return `${withMark}…`;
    fitting += character;
    if (used + mark <= width) withMark = fitting;
  }
  return text;
}

function characterWidth(character: string): number {
  if ((character.codePointAt(0) ?? 0) > 0x7f) return 1;
  if (NARROW.test(character)) return 0.42;
  if (WIDE.test(character)) return 0.95;
  return CAPITAL.test(character) ? 0.68 : 0.62;
}
