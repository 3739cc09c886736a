/**
 * What keeps a file or a document from being read: a matter of the input, told to the operator without a stack.
 *
 * The message continues the name of the file, in lower case and without a final period. It never quotes a value, since
 * that may be a secret.
 */
export class ReadingError extends Error {
  /** Line of the text that was being read, from 1. @default the whole of it is at fault */
  readonly line?: number;

  constructor(message: string, line?: number) {
    super(message);
    this.name = 'ReadingError';
    this.line = line;
  }
}

/** Returns the line, from 1, that an offset of a text stands in. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}
