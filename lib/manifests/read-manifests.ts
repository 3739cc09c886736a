import { noProgress } from '../progress';
import type { Progress } from '../progress';
import type { Manifest } from '../validation/manifest';
import { readBounded, readStreamBounded } from './bounded-bytes';
import { decodedText } from './decoded-text';
import { fileProblem } from './file-problem';
import { ManifestFiles } from './manifest-files';
import type { Unread } from './manifest-files';
import { objectsInText } from './objects-in-text';
import { ReadingError } from './reading-error';
import { ReadingProgress } from './reading-progress';

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

/** What paths come to. */
export interface ReadManifests {
  /** In the order of the paths, of the files below them and of the objects in these. */
  readonly manifests: readonly Manifest[];
  /** What could not be read; a file of several documents may be here and have its other documents in `manifests`. */
  readonly unread: readonly Unread[];
}

/**
 * Reads the API objects of files, of folders and all below them, and of standard input.
 *
 * A file is named by the path that leads to it from where the reader is. On standard input each object counts as a file
 * of its own, `-#3` being the third, since nothing says which ones are submitted together.
 *
 * @param paths files and folders, or `-` for standard input
 * @param standardInput asked for only if it is among the paths
 * @param progress is told which file is read next
 */
export async function readManifests(
  paths: readonly string[],
  standardInput: () => AsyncIterable<Uint8Array>,
  progress: Progress = noProgress,
): Promise<ReadManifests> {
  const found = new ManifestFiles();
  for (const path of paths) {
    if (path !== STANDARD_INPUT) found.add(path);
  }
  const told = new ReadingProgress(progress, paths.join(', '), found.files.length);
  const reading = new Reading(found.unread, told);
  if (paths.includes(STANDARD_INPUT)) {
    progress(() => ({ en: 'reading standard input', zh: '正在读取标准输入' }));
    await reading.addStandardInput(standardInput());
  }
  for (const file of found.files) {
    told.next(file);
    reading.addFile(file, paths.includes(file));
  }
  return reading;
}

class Reading implements ReadManifests {
  readonly manifests: Manifest[] = [];
  readonly unread: Unread[];

  constructor(
    unread: readonly Unread[],
    private readonly told: ReadingProgress,
  ) {
    this.unread = [...unread];
  }

  addFile(file: string, isGiven: boolean): void {
    try {
      this.add(file, readBounded(file), isGiven, () => file);
    } catch (error) {
      this.unread.push({ file, reason: error instanceof ReadingError ? reasonOf(error) : fileProblem(error) });
    }
  }

  async addStandardInput(stream: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      this.add(STANDARD_INPUT, await readStreamBounded(stream), true, (index) => `${STANDARD_INPUT}#${index + 1}`);
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      this.unread.push({ file: STANDARD_INPUT, reason: reasonOf(error) });
    }
  }

  private add(file: string, bytes: Uint8Array, isGiven: boolean, fileOf: (index: number) => string): void {
    const told = this.told.content(file, bytes.length);
    const { objects, problems, isEmpty } = objectsInText(decodedText(bytes), told);
    for (const [index, json] of objects.entries()) this.manifests.push({ json, file: fileOf(index) });
    for (const problem of problems) this.unread.push({ file, reason: reasonOf(problem) });
    if (isGiven && isEmpty) this.unread.push({ file, reason: 'has no API object' });
  }
}

/** Returns why something could not be read, with the line where it is known; it continues the name of the file. */
export function reasonOf({ message, line }: ReadingError): string {
  return line === undefined ? message : `line ${line}: ${message}`;
}
