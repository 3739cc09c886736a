import { elementsNamed, textOf, xmlRoot } from './xml-elements';

/** What stands in a folder of SVN, as `svn list --xml` tells it. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** 0 for a folder. */
  readonly bytes: number;
  /** The revision that changed it last. */
  readonly revision: number;
  /** Who made that revision; empty where SVN does not know. */
  readonly author: string;
  /** Who holds a lock on it. @default none: it is not locked */
  readonly lockedBy?: string;
}

/** Reads the output of `svn list --xml`. */
export function folderEntries(xml: string): readonly FolderEntry[] {
  return elementsNamed(xmlRoot(xml), 'entry').map((entry) => {
    const commit = elementsNamed(entry, 'commit')[0];
    const lock = elementsNamed(entry, 'lock')[0];
    return {
      name: textOf(entry, 'name'),
      isFolder: entry.attributes['kind'] === 'dir',
      bytes: Number(textOf(entry, 'size')),
      revision: Number(commit?.attributes['revision'] ?? 0),
      author: commit === undefined ? '' : textOf(commit, 'author'),
      ...(lock === undefined ? {} : { lockedBy: textOf(lock, 'owner') }),
    };
  });
}
