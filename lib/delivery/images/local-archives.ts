import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileProblem } from '../../manifests/file-problem';
import { OperatorError } from '../../operator-error';
import type { Progress } from '../../progress';
import { alternatives, quoted } from '../../validation/fields/expectations';
import { ArchiveError } from './archive-error';
import { expectedReferences, isAmongReferences } from './expected-references';
import { readImageArchive } from './image-archive';
import type { ImageArchive } from './image-archive';
import type { ListedImage } from './listed-image';

/** What a folder of this machine has of the archives. */
export interface LocalArchives {
  /** Those that hold what they are listed for, by name. */
  readonly archives: ReadonlyMap<string, ImageArchive>;
  readonly problems: readonly ArchiveProblem[];
  /** All that lies in the folder. */
  readonly names: readonly string[];
}

/** Why an archive cannot be sent. */
export interface ArchiveProblem {
  readonly archive: string;
  /** What is wrong, in words that continue its name. */
  readonly message: string;
  /** What to do, a sentence with a period. */
  readonly remedy: string;
}

/**
 * Reads the archives of a folder that are listed, one after the other; whatever else lies there is left alone.
 *
 * @param progress is told of each, as it takes a while
 * @throws OperatorError if the folder cannot be read
 */
export async function localArchives(
  folder: string,
  images: readonly ListedImage[],
  progress: Progress,
): Promise<LocalArchives> {
  const names = await namesIn(folder);
  const archives = new Map<string, ImageArchive>();
  const problems: ArchiveProblem[] = [];
  for (const image of images.filter(({ archive }) => names.includes(archive))) {
    const path = join(folder, image.archive);
    progress(() => ({ en: `reading ${path}`, zh: `正在读取 ${path}` }), true);
    try {
      archives.set(image.archive, await archiveOf(image, path));
    } catch (error) {
      const isOurs = error instanceof ArchiveError;
      problems.push({
        archive: image.archive,
        message: isOurs ? error.message : fileProblem(error),
        remedy: (isOurs ? error.remedy : '') || `Make it again: ${howArchived(image)}`,
      });
    }
  }
  return { archives, problems, names };
}

/** Returns the command that makes the archive of an image. */
export function howArchived({ origin, builtFrom, image, version, archive }: ListedImage): string {
  return origin === 'community'
    ? `skopeo copy docker://${withRegistry(builtFrom)} docker-archive:${archive}:${image}:${version}`
    : `docker save --output ${archive} ${image}:${version}`;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw new OperatorError(`folder ${folder} ${fileProblem(error)}`, 'Give the folder of the archives with --from.');
  }
}

async function archiveOf(image: ListedImage, path: string): Promise<ImageArchive> {
  const archive = await readImageArchive(path);
  const { references } = archive.image;
  const expected = expectedReferences(image);
  if (references.some((reference) => isAmongReferences(reference, expected))) return archive;
  const held = references.length === 0 ? 'an image without a name' : references.map(quoted).join(', ');
  throw new ArchiveError(`holds ${held}; ${alternatives(expected.map(quoted))} is expected`);
}

function withRegistry(reference: string): string {
  return `docker.io/${reference.includes('/') ? reference : `library/${reference}`}`;
}
