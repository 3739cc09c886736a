import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ReadingError } from './reading-error';

/** The most bytes that are read of one file or of standard input. */
export const MAX_BYTES = 32 * 2 ** 20;

const CHUNK_BYTES = 2 ** 16;

/**
 * Reads a file, or whatever else a path leads to (a pipe has no size beforehand), up to the bound.
 *
 * @throws ReadingError if it is larger, and the error of the file system if it cannot be read
 */
export function readBounded(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > MAX_BYTES) throw tooLarge();
    const chunks = new BoundedChunks();
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
export async function readStreamBounded(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks = new BoundedChunks();
  for await (const chunk of stream) chunks.add(chunk);
  return chunks.joined();
}

class BoundedChunks {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  add(chunk: Uint8Array): void {
    this.length += chunk.length;
    if (this.length > MAX_BYTES) throw tooLarge();
    this.chunks.push(chunk);
  }

  joined(): Uint8Array {
    return Buffer.concat(this.chunks);
  }
}

function tooLarge(): ReadingError {
  return new ReadingError(`is larger than ${MAX_BYTES / 2 ** 20} MiB, the most that is read of one file; split it`);
}
