import { OperatorError } from '../../operator-error';
import { folderEntries } from './folder-entries';
import type { FolderEntry } from './folder-entries';
import { isPublishedName } from './published-property';
import type { SvnClient } from './svn-client';
import { SvnError } from './svn-error';
import { childUrl } from './svn-url';

/** What is fetched at the most; our own files have some kilobytes each. */
const MAX_FILES = 2000;
const MAX_FILE_BYTES = 4 * 2 ** 20;

/** The folder of an environment, before anything is fetched from it. */
export interface EnvironmentFolder {
  readonly url: string;
  /** The revision that all is read at. */
  readonly revision: number;
  readonly isThere: boolean;
  /** The files that may be ours by their name. */
  readonly files: ReadonlyMap<string, FolderEntry>;
}

/**
 * Looks at `<url>/<environment>/` in SVN.
 *
 * @throws SvnError if SVN does not answer, or `url` is not there
 * @throws OperatorError if a folder has the name of a file of ours, or there is more than can be ours
 */
export async function environmentFolder(svn: SvnClient, url: string, environment: string): Promise<EnvironmentFolder> {
  const folder = childUrl(url, environment);
  // Without the "@", svn would take one in the URL itself for the begin of a revision.
  const revision = Number(await svn.ask(['info', '--show-item', 'revision', `${url}@`]));
  const xml = await tryList(svn, folder, revision);
  const entries = xml === undefined ? [] : folderEntries(xml).filter(({ name }) => isPublishedName(name));
  requireFiles(entries, folder);
  return {
    url: folder,
    revision,
    isThere: xml !== undefined,
    files: new Map(entries.map((entry) => [entry.name, entry])),
  };
}

async function tryList(svn: SvnClient, folder: string, revision: number): Promise<string | undefined> {
  try {
    return await svn.ask(['list', '--xml', `${folder}@${revision}`], { about: folder });
  } catch (error) {
    if (error instanceof SvnError && error.failure === 'not-found') return undefined;
    throw error;
  }
}

function requireFiles(entries: readonly FolderEntry[], folder: string): void {
  const directory = entries.find(({ isFolder }) => isFolder);
  if (directory !== undefined) {
    throw new OperatorError(
      `${childUrl(folder, directory.name)} is a folder in SVN, where a file is expected`,
      'Rename or delete it with svn, then publish again.',
    );
  }
  if (entries.length > MAX_FILES) {
    throw new OperatorError(
      `${folder} has ${entries.length} files *.k8s.yaml; at most ${MAX_FILES} are read`,
      'Correct the URL, or remove what does not belong there.',
    );
  }
  const large = entries.find(({ bytes }) => bytes > MAX_FILE_BYTES);
  if (large !== undefined) {
    throw new OperatorError(
      `${childUrl(folder, large.name)} has ${large.bytes} bytes; at most ${MAX_FILE_BYTES} are read`,
      'Remove or rename it with svn, then publish again.',
    );
  }
}
