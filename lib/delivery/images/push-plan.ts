import { tryNearestName } from '../../validation/names/nearest-name';
import type { ImageArchive } from './image-archive';
import type { ListedImage } from './listed-image';
import { howArchived } from './local-archives';
import type { ArchiveProblem, LocalArchives } from './local-archives';
import type { StoredArchive } from './stored-archives';

/** An archive that is sent. */
export interface SentArchive {
  readonly archive: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly isCompressed: boolean;
  /** Whether SVN has another one of this name. */
  readonly replaces: boolean;
}

/** What is to be done with each archive; names are in the order of the list. */
export interface PushPlan {
  readonly sent: readonly SentArchive[];
  /** Those that SVN has already, byte for byte. */
  readonly same: readonly string[];
  /** Those that SVN has and the folder has not, which is how one new version is sent by itself. */
  readonly kept: readonly string[];
  readonly problems: readonly ArchiveProblem[];
}

/** Compares the archives of a folder with those in SVN. */
export function pushPlan(
  images: readonly ListedImage[],
  local: LocalArchives,
  stored: ReadonlyMap<string, StoredArchive>,
): PushPlan {
  const sent: SentArchive[] = [];
  const same: string[] = [];
  const kept: string[] = [];
  const problems = [...local.problems];
  for (const image of images) {
    const { archive } = image;
    const [here, there] = [local.archives.get(archive), stored.get(archive)];
    if (here !== undefined && isSame(here, there)) same.push(archive);
    else if (here !== undefined) {
      const { sha256, bytes, isCompressed } = here;
      sent.push({ archive, sha256, bytes, isCompressed, replaces: there !== undefined });
    } else if (local.names.includes(archive)) continue;
    else if (there === undefined) problems.push(missing(image, local.names));
    else kept.push(archive);
  }
  return { sent, same, kept, problems: problems.sort((one, other) => (one.archive < other.archive ? -1 : 1)) };
}

/** The length is compared as well, since a commit by hand changes the content and leaves the property. */
function isSame({ sha256, bytes }: ImageArchive, there: StoredArchive | undefined): boolean {
  return there?.sha256 === sha256 && there.bytes === bytes;
}

function missing(image: ListedImage, names: readonly string[]): ArchiveProblem {
  const nearest = tryNearestName(image.archive, names);
  const hint = nearest === undefined ? '' : `; the folder has "${nearest}"`;
  return {
    archive: image.archive,
    message: `is neither in the folder nor in SVN${hint}`,
    remedy: `Make it: ${howArchived(image)}`,
  };
}
