import { decodedText } from '../../manifests/decoded-text';
import { objectsInText } from '../../manifests/objects-in-text';
import { ReadingError } from '../../manifests/reading-error';
import type { Manifest } from '../../validation/manifest';

/** The objects of some files. */
export interface ManifestsInFiles {
  readonly manifests: readonly Manifest[];
  /** The files of which not everything could be read. */
  readonly unread: readonly string[];
}

/** Reads the objects of files that are at hand, as kubectl would. */
export function manifestsInFiles(files: Iterable<readonly [string, string | Uint8Array]>): ManifestsInFiles {
  const manifests: Manifest[] = [];
  const unread: string[] = [];
  for (const [file, content] of files) {
    try {
      const { objects, problems } = objectsInText(typeof content === 'string' ? content : decodedText(content));
      for (const json of objects) manifests.push({ json, file });
      if (problems.length > 0) unread.push(file);
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      unread.push(file);
    }
  }
  return { manifests, unread };
}
