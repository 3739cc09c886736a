/** A line of a configuration file or script. */
export interface ConfigurationLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Lines that only tell people something, in the languages of most configuration files. */
const COMMENT = /^\s*(?:#|\/\/|;|--\s|<!--|\/?\*)/;

/** Tells whether a line only tells people something. */
export function isComment(line: string): boolean {
  return COMMENT.test(line);
}

/** Returns the lines of a text that a program reads: those that are comments are left out. */
export function configurationLines(text: string): readonly ConfigurationLine[] {
  const lines: ConfigurationLine[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (!isComment(line)) lines.push({ number, text: line });
  }
  return lines;
}
