import { isUtf8 } from 'node:buffer';
import { ReadingError } from './reading-error';

/** The byte order marks that kubectl reads, with the encoding that each announces. */
const BYTE_ORDER_MARKS = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const LINE_BREAK = 0x0a;

/**
 * Returns the text of a file: UTF-8, or UTF-16 where a byte order mark says so.
 *
 * @throws ReadingError if it is binary or not well formed; kubectl puts U+FFFD for what it cannot decode
 */
export function decodedText(bytes: Uint8Array): string {
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return decodedUtf16(bytes, mark.encoding);
  if (bytes.includes(0)) {
    throw new ReadingError('is binary: it has a zero byte');
  }
  if (!isUtf8(bytes)) {
    throw new ReadingError('is neither UTF-8 nor UTF-16 with a byte order mark', lineOf(bytes, firstMalformed(bytes)));
  }
  return new TextDecoder().decode(bytes);
}

function decodedUtf16(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ReadingError('is not the UTF-16 that its byte order mark announces');
  }
}

/** Returns where the first line that is not UTF-8 begins: no character of UTF-8 but itself has the byte of a line break. */
function firstMalformed(bytes: Uint8Array): number {
  let start = 0;
  for (let end = bytes.indexOf(LINE_BREAK); end !== -1; end = bytes.indexOf(LINE_BREAK, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return start;
    start = end + 1;
  }
  return start;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_BREAK); at !== -1 && at < offset; at = bytes.indexOf(LINE_BREAK, at + 1)) line += 1;
  return line;
}
