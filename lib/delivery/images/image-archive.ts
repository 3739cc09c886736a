import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ArchiveError } from './archive-error';
import { archivedImage } from './archived-image';
import type { ArchivedImage } from './archived-image';
import { TarIndex } from './tar-index';

/** The archive of an image, as far as it has to be known to send it. */
export interface ImageArchive {
  /** SHA-256 of the file as it lies there, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly isCompressed: boolean;
  readonly image: ArchivedImage;
}

/** How many times larger what is in a compressed file may be; images come to less than 10 times. */
const MOST_EXPANSION = 200;

/** From here on the expansion counts, as a small file may well be all zeros. */
const FREE_BYTES = 2 ** 26;

const CHUNK_BYTES = 2 ** 18;

/** @see RFC 1952, 2.3.1 */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * Reads the archive of an image, compressed with gzip or not, in one pass, as there may be gigabytes of it.
 *
 * @throws ArchiveError if it is none of one image; whatever the file system says if it cannot be read
 */
export async function readImageArchive(path: string): Promise<ImageArchive> {
  const hash = createHash('sha256');
  let bytes = 0;
  const index = new TarIndex();
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const indexed = async (chunks: AsyncIterable<Buffer>) => {
    let unpacked = 0;
    for await (const chunk of chunks) {
      unpacked += chunk.length;
      if (unpacked > FREE_BYTES + bytes * MOST_EXPANSION) {
        throw new ArchiveError(`expands to more than ${MOST_EXPANSION} times its length`);
      }
      index.write(chunk);
    }
    index.end();
  };
  const compressed = await startsAsGzip(path);
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (compressed) {
    await pipeline(file, counted, createGunzip({ chunkSize: CHUNK_BYTES }), indexed).catch(refuseDamage);
  } else {
    await pipeline(file, counted, indexed);
  }
  return { sha256: hash.digest('hex'), bytes, isCompressed: compressed, image: archivedImage(index) };
}

async function startsAsGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(GZIP_MAGIC.length), 0, GZIP_MAGIC.length, 0);
    return bytesRead === GZIP_MAGIC.length && buffer.equals(GZIP_MAGIC);
  } finally {
    await file.close();
  }
}

function refuseDamage(error: NodeJS.ErrnoException): never {
  // The codes of zlib, such as Z_DATA_ERROR; those of the file system begin with E.
  if (error.code?.startsWith('Z_') !== true) throw error;
  throw new ArchiveError(`cannot be read as a tar file: ${error.message}`, '', { cause: error });
}
