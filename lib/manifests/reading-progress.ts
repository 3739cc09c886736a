import { grouped } from '../progress';
import type { Progress } from '../progress';
import type { Text } from '../text';

/** As many small files take half a second. */
const MANY_FILES = 200;

/** As much YAML takes a quarter of a second; JSON takes a fifth of it. */
const LARGE_BYTES = 2 ** 20;

/** Tells how far the reading of files has come. */
export class ReadingProgress {
  private done = 0;

  /**
   * @param place what the files are read of, as the reader knows it: a folder
   * @param files how many there are
   */
  constructor(
    private readonly tell: Progress,
    private readonly place: string,
    private readonly files: number,
  ) {}

  /** Tells which file is read next. */
  next(file: string): void {
    const { done, files, place } = this;
    this.tell(() => (files > 1 ? part(FILES, done, files, place) : reading(file)), done === 0 && files > MANY_FILES);
    this.done += 1;
  }

  /**
   * Tells of a file that takes long by itself.
   *
   * @returns what is told before each of its documents
   */
  content(file: string, bytes: number): (done: number, documents: number) => void {
    if (bytes < LARGE_BYTES) return () => undefined;
    this.tell(() => largeFile(file, bytes), true);
    return (done, documents) => {
      if (documents > 1) this.tell(() => part(DOCUMENTS, done, documents, file));
    };
  }
}

const FILES: Text = { en: 'files', zh: '文件' };
const DOCUMENTS: Text = { en: 'documents', zh: '文档' };

function reading(what: string): Text {
  return { en: `reading ${what}`, zh: `正在读取 ${what}` };
}

function largeFile(file: string, bytes: number): Text {
  const size = `${Math.round(bytes / 2 ** 20)} MiB`;
  return { en: `reading ${size} in ${file}`, zh: `正在读取 ${size}：${file}` };
}

/** The place comes last, since it may be longer than a line. */
function part(noun: Text, done: number, all: number, place: string): Text {
  return {
    en: `reading ${grouped(done)} of ${grouped(all)} ${noun.en} in ${place}`,
    zh: `正在读取${noun.zh} ${grouped(done)} / ${grouped(all)}：${place}`,
  };
}
