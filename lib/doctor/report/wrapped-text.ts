/** What takes two columns of a terminal: Chinese, Japanese and Korean writing and its punctuation. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/;

/**
 * Returns a text as lines of at most so many columns, broken after a space or a wide character; a word that is longer
 * stays whole, since it may be a name or a command to copy.
 */
export function wrappedText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let [line, width] = ['', 0];
  for (const word of wordsOf(text)) {
    const wordWidth = widthOf(word.trimEnd());
    if (width > 0 && width + wordWidth > columns) {
      lines.push(line.trimEnd());
      [line, width] = ['', 0];
    }
    line += word;
    width += widthOf(word);
  }
  return [...lines, line.trimEnd()];
}

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    word += character;
    if (character === ' ' || WIDE.test(character)) {
      words.push(word);
      word = '';
    }
  }
  return word === '' ? words : [...words, word];
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
