import type { Unread } from '../../lib/manifests/manifest-files';
import type { Manifest } from '../../lib/validation/manifest';

/** One of the two states of a comparison, read. */
export interface SideContent {
  /** What a reader of the result knows it by: the words that were typed. */
  readonly label: string;
  /** Their file is a path below the side, with `/` between its parts. */
  readonly manifests: readonly Manifest[];
  /** What could not be read. */
  readonly unread: readonly Unread[];
  /** A single file, or a folder with all below it. */
  readonly isFile: boolean;
  /**
   * Name of the folder, or of the one that the file is in: `prod` of `dist/prod`.
   * @default none: standard input
   */
  readonly folderName?: string;
  /** Whether it was made just now, and is no state that somebody keeps. @default false */
  readonly isFresh?: boolean;
}
