import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../operator-error';
import { readBounded } from '../../manifests/bounded-bytes';
import type { Unread } from '../../manifests/manifest-files';
import { folderEntries } from '../svn/folder-entries';
import type { SvnClient } from '../svn/svn-client';
import { childUrl } from '../svn/svn-url';
import { makeTemporaryFolder } from '../svn/temporary-folder';
import { elementsNamed, xmlRoot } from '../svn/xml-elements';
import { isManifestPath, requireBounded } from './committed-files';
import type { CommittedFiles, ListedFile } from './committed-files';
import type { SvnAddress } from './svn-address';
import { readingSvn } from './svn-reading';

/** What stands at an address of SVN. */
export interface SvnState extends CommittedFiles {
  /** The number of the revision that was read. */
  readonly revision: number;
  /** Whether the address is that of a single file. */
  readonly isFile: boolean;
  /** Name of the folder at the address, or of the one that the file is in. */
  readonly folderName: string;
}

/** More than a folder of environments has; each is a question to the server. */
const MAX_FOLDERS = 100;

/** Keeps a command line well below what every system takes. */
const NAMES_AT_ONCE = 400;

/**
 * Reads the manifests of a folder in SVN and of all folders below it, or a single file.
 *
 * Nothing but these is fetched, and none of it by way of a link or an external.
 *
 * @param part a folder below the address, of which alone is read if it is there: an environment
 * @throws SvnError if SVN does not answer, or there is nothing at the address
 * @throws OperatorError if there is more than can be manifests
 */
export async function svnFiles(svn: SvnClient, address: SvnAddress, part?: string): Promise<SvnState> {
  return readingSvn(address, async () => {
    const { url, revision } = address;
    const peg = revision ?? 'HEAD';
    const info = xmlRoot(await svn.ask(['info', '--xml', `${url}@${peg}`], { about: url }));
    const entry = elementsNamed(info, 'entry')[0];
    const number = Number(entry?.attributes['revision'] ?? 0);
    const isFile = entry?.attributes['kind'] === 'file';
    const slash = url.lastIndexOf('/');
    const folder = isFile ? url.slice(0, slash) : url;
    const listed = isFile
      ? [{ path: nameIn(url.slice(slash + 1)), bytes: 0 }]
      : await filesBelow(svn, url, number, part);
    requireBounded(listed, url);
    const folderName = nameIn(folder.slice(folder.lastIndexOf('/') + 1));
    return { ...(await fetched(svn, folder, number, listed)), revision: number, isFile, folderName };
  });
}

/** Returns the name that a part of a URL stands for. */
function nameIn(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // What it stands for is not UTF-8, and no name that svn gives.
    return part;
  }
}

/** Lists folder by folder, so that a large repository is noticed before all of it is listed. */
async function filesBelow(
  svn: SvnClient,
  url: string,
  revision: number,
  part?: string,
): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  const folders = [''];
  for (const [index, folder] of folders.entries()) {
    if (index === MAX_FOLDERS) throw tooManyFolders(url);
    const place = folder.split('/').filter(Boolean).reduce(childUrl, url);
    const entries = folderEntries(await svn.ask(['list', '--xml', `${place}@${revision}`], { about: place }));
    const hasPart = folder === '' && entries.some(({ isFolder, name }) => isFolder && name === part);
    for (const { name, isFolder, bytes } of entries) {
      if (hasPart && name !== part) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isFolder) folders.push(path);
      else if (isManifestPath(path)) files.push({ path, bytes });
    }
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function tooManyFolders(url: string): OperatorError {
  return new OperatorError(
    `${url} has more than ${MAX_FOLDERS} folders below it`,
    'Name the folder that has the environments, or give --environment.',
  );
}

async function fetched(
  svn: SvnClient,
  folder: string,
  revision: number,
  listed: readonly ListedFile[],
): Promise<CommittedFiles> {
  if (listed.length === 0) return { files: new Map(), unread: [] };
  const temporary = makeTemporaryFolder();
  try {
    const copy = join(temporary, 'copy');
    const about = folder;
    await svn.ask(['checkout', '--depth', 'empty', '--ignore-externals', `${folder}@${revision}`, copy], { about });
    for (let from = 0; from < listed.length; from += NAMES_AT_ONCE) {
      // With "./" no name is an option, and with the "@" at its end none has a revision.
      const names = listed.slice(from, from + NAMES_AT_ONCE).map(({ path }) => `./${path}@`);
      await svn.ask(['update', '--parents', '--ignore-externals', '--revision', `${revision}`, ...names], {
        cwd: copy,
        about,
      });
    }
    return inCopy(copy, listed);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function inCopy(copy: string, listed: readonly ListedFile[]): CommittedFiles {
  const files = new Map<string, Uint8Array>();
  const unread: Unread[] = [];
  for (const { path } of listed) {
    const stats = lstatSync(join(copy, path), { throwIfNoEntry: false });
    // What a link leads to is no content of SVN.
    if (stats?.isFile() === true) files.set(path, readBounded(join(copy, path)));
    else unread.push({ file: path, reason: stats === undefined ? 'was not sent by SVN' : 'is a link, not a file' });
  }
  return { files, unread };
}
