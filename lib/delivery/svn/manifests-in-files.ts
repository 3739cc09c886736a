import { decodedText } from '../../manifests/decoded-text';
import type { Unread } from '../../manifests/manifest-files';
import { objectsInText } from '../../manifests/objects-in-text';
import { reasonOf } from '../../manifests/read-manifests';
import { ReadingError } from '../../manifests/reading-error';
import type { Manifest } from '../../validation/manifest';

/** The objects of some files. */
export interface ManifestsInFiles {
  readonly manifests: readonly Manifest[];
  /** The files of which not everything could be read. */
  readonly unread: readonly string[];
  /** Why, one for each document at fault. */
  readonly problems: readonly Unread[];
}

/** Reads the objects of files that are at hand, as kubectl would. */
export function manifestsInFiles(files: Iterable<readonly [string, string | Uint8Array]>): ManifestsInFiles {
  const manifests: Manifest[] = [];
  const problems: Unread[] = [];
  for (const [file, content] of files) {
    try {
      const read = objectsInText(typeof content === 'string' ? content : decodedText(content));
      for (const json of read.objects) manifests.push({ json, file });
      for (const problem of read.problems) problems.push({ file, reason: reasonOf(problem) });
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      problems.push({ file, reason: reasonOf(error) });
    }
  }
  return { manifests, unread: [...new Set(problems.map(({ file }) => file))], problems };
}
