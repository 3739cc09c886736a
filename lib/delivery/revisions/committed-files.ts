import { OperatorError } from '../../operator-error';
import { MANIFEST_NAME } from '../../manifests/manifest-files';
import type { Unread } from '../../manifests/manifest-files';

/** The YAML and JSON files of a committed state. */
export interface CommittedFiles {
  /** Path below the folder that was asked for, with `/` between its parts, to what the file has; sorted. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is there under the name of a manifest and cannot be read, such as a link. */
  readonly unread: readonly Unread[];
}

/** A file of a committed state, before it is fetched. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
}

/** What is fetched at the most. */
const MAX_FILES = 5000;
const MAX_FILE_BYTES = 8 * 2 ** 20;
const MAX_BYTES = 48 * 2 ** 20;

const REMEDY = 'Name a folder that has manifests alone, or give --environment.';

/** Tells whether a file is read, by its name. */
export function isManifestPath(path: string): boolean {
  return MANIFEST_NAME.test(path);
}

/**
 * Refuses a state that is larger than one of manifests can be, before any of it is fetched.
 *
 * @param place the state, as errors name it
 * @throws OperatorError with what is too many or too large
 */
export function requireBounded(files: readonly ListedFile[], place: string): void {
  const large = files.find(({ bytes }) => bytes > MAX_FILE_BYTES);
  if (large !== undefined) {
    throw new OperatorError(
      `${place} has a file ${large.path} of ${large.bytes} bytes; at most ${MAX_FILE_BYTES} are read`,
      REMEDY,
    );
  }
  if (files.length > MAX_FILES) {
    throw new OperatorError(`${place} has ${files.length} manifest files; at most ${MAX_FILES} are read`, REMEDY);
  }
  const sum = files.reduce((bytes, file) => bytes + file.bytes, 0);
  if (sum > MAX_BYTES) {
    throw new OperatorError(`${place} has manifests of ${sum} bytes; at most ${MAX_BYTES} are read`, REMEDY);
  }
}
