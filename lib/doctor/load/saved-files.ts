import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBounded, readStreamBounded } from '../../manifests/bounded-bytes';
import { decodedText } from '../../manifests/decoded-text';
import { fileProblem } from '../../manifests/file-problem';
import { isJson } from '../../manifests/json-values';
import { ManifestFiles } from '../../manifests/manifest-files';
import type { Unread } from '../../manifests/manifest-files';
import { objectsInText } from '../../manifests/objects-in-text';
import { ReadingError } from '../../manifests/reading-error';
import { ReadingProgress } from '../../manifests/reading-progress';
import { noProgress } from '../../progress';
import type { Progress } from '../../progress';
import type { Manifest } from '../../validation/manifest';
import { pluralsSaid } from './plurals-said';

/** The files of a saved cluster, as they are. */
export interface SavedFiles {
  /** Every object, with the file that it stands in. */
  readonly objects: readonly Manifest[];
  /** Kinds of which a file says that it holds all there are, as plurals. */
  readonly plurals: ReadonlySet<string>;
  /** Paths of logs, each as the names that lead to it from the folder: `logs`, `web-x2x4z`, `web.log`. */
  readonly logs: readonly (readonly string[])[];
  readonly unread: readonly Unread[];
  /** Where the paths of the logs begin. */
  readonly folder: string;
}

/** The path that stands for standard input. */
const STANDARD_INPUT = '-';

/** 10,000 Pods are some 100 MiB of JSON. */
const MAX_JSON_BYTES = 256 * 2 ** 20;

/** YAML takes a hundred times as long to read. */
const MAX_YAML_CHARACTERS = 32 * 2 ** 20;

const LOG_NAME = /\.(?:log|txt)$/;

/** The most files of a folder that are looked at for logs. */
const MOST_LOGS = 2000;

/**
 * Reads the files that a path leads to: a file, a folder with all below it, or `-` for standard input.
 *
 * @param progress is told which file is read next
 */
export async function readSavedFiles(
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
  progress: Progress = noProgress,
): Promise<SavedFiles> {
  const found = new ManifestFiles();
  if (path !== STANDARD_INPUT) found.add(path);
  const told = new ReadingProgress(progress, path, found.files.length);
  const reading = new Reading(told);
  if (path === STANDARD_INPUT) {
    progress(() => ({ en: 'reading standard input', zh: '正在读取标准输入' }));
    const bytes = await readStreamBounded(stdin(), MAX_JSON_BYTES).catch((error: unknown) => {
      if (!(error instanceof ReadingError)) throw error;
      reading.unread.push({ file: path, reason: error.message });
    });
    if (bytes !== undefined) reading.attempt(path, () => bytes);
    return reading.files();
  }
  for (const file of found.files) {
    told.next(file);
    reading.attempt(file, () => readBounded(file, MAX_JSON_BYTES));
  }
  reading.unread.push(...found.unread);
  return reading.files(path);
}

class Reading {
  readonly objects: Manifest[] = [];
  readonly plurals = new Set<string>();
  readonly unread: Unread[] = [];

  constructor(private readonly told: ReadingProgress) {}

  /** Returns what was read, with the logs below a folder. */
  files(folder?: string): SavedFiles {
    const { objects, plurals, unread } = this;
    return { objects, plurals, unread, logs: folder === undefined ? [] : logsBelow(folder), folder: folder ?? '' };
  }

  /** Reads a file, or says why it cannot be read. */
  attempt(file: string, bytes: () => Uint8Array): void {
    try {
      const content = bytes();
      this.add(file, decodedText(content), this.told.content(file, content.length));
    } catch (error) {
      this.unread.push({ file, reason: error instanceof ReadingError ? error.message : fileProblem(error) });
    }
  }

  private add(file: string, text: string, told: (done: number, documents: number) => void): void {
    if (!isJson(text) && text.length > MAX_YAML_CHARACTERS) {
      throw new ReadingError('is more YAML than is read; save it as JSON, with kubectl get -o json');
    }
    const { objects, problems } = objectsInText(text, told);
    for (const json of objects) this.objects.push({ json, file });
    for (const { message } of problems) this.unread.push({ file, reason: message });
    if (problems.length === 0) for (const plural of pluralsSaid(basename(file), text)) this.plurals.add(plural);
  }
}

function logsBelow(folder: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  const visit = (names: readonly string[]) => {
    for (const entry of readdirSync(join(folder, ...names), { withFileTypes: true })) {
      const path = [...names, entry.name];
      if (found.length >= MOST_LOGS) return;
      if (entry.isDirectory() && path.length < 6) visit(path);
      else if (entry.isFile() && LOG_NAME.test(entry.name)) found.push(path);
    }
  };
  try {
    if (statSync(folder).isDirectory()) visit([]);
  } catch (error) {
    // That it cannot be read has been told already.
    fileProblem(error);
  }
  return found.sort((one, other) => (one.join('/') < other.join('/') ? -1 : 1));
}
