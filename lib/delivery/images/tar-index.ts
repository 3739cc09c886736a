import { Parser } from 'tar';
import type { ReadEntry } from 'tar';
import { ArchiveError } from './archive-error';

/** The most that a description inside an archive may be long: that of the largest images has some 100 KiB. */
const MOST_TEXT_BYTES = 2 ** 20;

/** The most that the names inside an archive may come to, in characters; an image has a few hundred of them. */
const MOST_NAME_CHARACTERS = 2 ** 24;

/** The files that say which images an archive holds: that of docker, and that of an OCI layout. */
const DESCRIPTIONS: ReadonlySet<string> = new Set(['manifest.json', 'index.json']);

/**
 * What a tar file has in it, read as its bytes come by.
 *
 * Layers pass through and are not kept: of an archive of any size, no more than its names and its two short
 * descriptions are held in memory. The parser itself bounds the long names of tar, to 1 MiB each.
 */
export class TarIndex {
  /** Names of the entries, without a leading `./`. */
  readonly names = new Set<string>();
  private readonly texts = new Map<string, string>();
  private readonly parser = new Parser({ strict: true, zstd: false, filter: (path) => this.wants(path) });
  private nameCharacters = 0;
  private problem?: ArchiveError;
  private ended = false;
  private done = false;

  constructor() {
    this.parser.on('entry', (entry: ReadEntry) => this.read(entry));
    this.parser.on('error', (error: Error) => {
      this.fail(new ArchiveError(`cannot be read as a tar file: ${error.message}`, '', { cause: error }));
    });
    this.parser.on('eof', () => {
      this.ended = true;
    });
    this.parser.on('end', () => {
      this.done = true;
    });
  }

  /** @throws ArchiveError as soon as the bytes cannot be those of an archive */
  write(bytes: Buffer): void {
    // Behind its end a tar file may have any amount of zeros, with which the time of the parser grows by their square.
    if (!this.ended) this.parser.write(bytes);
    this.check();
  }

  /** @throws ArchiveError if the archive ends before it is complete */
  end(): void {
    this.parser.end();
    this.check();
    if (!this.done) throw new ArchiveError('cannot be read as a tar file: it ends too early');
  }

  /** Returns a description, `manifest.json` or `index.json`, or undefined if the archive has none. */
  tryText(name: string): string | undefined {
    return this.texts.get(name);
  }

  private wants(path: string): boolean {
    const name = plainName(path);
    this.nameCharacters += name.length;
    if (this.nameCharacters > MOST_NAME_CHARACTERS) {
      this.fail(new ArchiveError(`has more names in it than an image: over ${MOST_NAME_CHARACTERS} characters`));
      return false;
    }
    const isSecond = this.names.has(name);
    this.names.add(name);
    if (!DESCRIPTIONS.has(name)) return false;
    if (isSecond) this.fail(new ArchiveError(`has ${name} twice`));
    return !isSecond;
  }

  private read(entry: ReadEntry): void {
    const name = plainName(entry.path);
    if (!['File', 'OldFile', 'ContiguousFile'].includes(entry.type)) {
      this.fail(new ArchiveError(`has a ${name} that is no file`));
    }
    if (entry.size > MOST_TEXT_BYTES) {
      this.fail(new ArchiveError(`has a ${name} of ${entry.size} bytes; at most ${MOST_TEXT_BYTES} are read`));
    }
    if (this.problem !== undefined) {
      entry.resume();
      return;
    }
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    entry.on('end', () => this.texts.set(name, Buffer.concat(chunks).toString()));
  }

  private fail(problem: ArchiveError): void {
    this.problem ??= problem;
  }

  private check(): void {
    if (this.problem !== undefined) throw this.problem;
  }
}

function plainName(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/$/, '');
}
