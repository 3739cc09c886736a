import { folderEntries } from '../svn/folder-entries';
import type { SvnClient } from '../svn/svn-client';
import { svnProperties } from '../svn/svn-properties';

/** The property of an archive in SVN: its SHA-256, so that nobody has to download it to compare. */
export const CHECKSUM = 'znyw:sha256';

/** An archive as it stands in SVN. */
export interface StoredArchive {
  readonly bytes: number;
  /** What it was sent with. @default none: somebody put it there by hand */
  readonly sha256?: string;
}

/** The folder of archives in SVN. */
export interface StoredArchives {
  /** The revision that all is read at. */
  readonly revision: number;
  /** By name. */
  readonly archives: ReadonlyMap<string, StoredArchive>;
}

/**
 * Looks which archives are in SVN. Nothing of them is downloaded.
 *
 * @param url a folder that is there
 * @throws SvnError
 */
export async function storedArchives(svn: SvnClient, url: string): Promise<StoredArchives> {
  // Without an "@" at the end, svn would take one in the URL itself for the begin of a revision.
  const revision = Number(await svn.ask(['info', '--show-item', 'revision', `${url}@`]));
  const at = `${url}@${revision}`;
  const files = folderEntries(await svn.ask(['list', '--xml', at])).filter(({ isFolder }) => !isFolder);
  const checksums = new Map<string, string>();
  for (const [path, properties] of svnProperties(
    await svn.ask(['propget', '--xml', '--depth', 'files', CHECKSUM, at]),
  )) {
    checksums.set(path.slice(path.lastIndexOf('/') + 1), properties.get(CHECKSUM)?.trim() ?? '');
  }
  const archives = files.map(({ name, bytes }) => {
    // svn names the targets by URL.
    const sha256 = checksums.get(encodeURIComponent(name)) ?? '';
    return [name, { bytes, ...(sha256 === '' ? {} : { sha256 }) }] as const;
  });
  return { revision, archives: new Map(archives) };
}
