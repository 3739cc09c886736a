import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ReadingError } from './reading-error';

/** The most bytes that are read of one file or of standard input, unless a caller says otherwise. */
export const MAX_BYTES = 32 * 2 ** 20;

const CHUNK_BYTES = 2 ** 16;

/**
 * Reads a file, or whatever else a path leads to (a pipe has no size beforehand), up to the bound.
 *
 * @throws ReadingError if it is larger, and the error of the file system if it cannot be read
 */
export function readBounded(path: string, maxBytes = MAX_BYTES): Uint8Array {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > maxBytes) throw tooLarge(maxBytes);
    const chunks = new BoundedChunks(maxBytes);
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = readSync(file, chunk);
      if (length === 0) return chunks.joined();
      chunks.add(chunk.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a stream to its end, up to the bound.
 *
 * @throws ReadingError if it is longer
 */
export async function readStreamBounded(stream: AsyncIterable<Uint8Array>, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  const chunks = new BoundedChunks(maxBytes);
  for await (const chunk of stream) chunks.add(chunk);
  return chunks.joined();
}

class BoundedChunks {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  constructor(private readonly maxBytes: number) {}

  add(chunk: Uint8Array): void {
    this.length += chunk.length;
    if (this.length > this.maxBytes) throw tooLarge(this.maxBytes);
    this.chunks.push(chunk);
  }

  joined(): Uint8Array {
    return Buffer.concat(this.chunks);
  }
}

function tooLarge(maxBytes: number): ReadingError {
  return new ReadingError(`is larger than ${maxBytes / 2 ** 20} MiB, the most that is read of one file; split it`);
}
