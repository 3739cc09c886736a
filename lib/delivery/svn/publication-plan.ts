import { contentHash, isPublishedName, namesInList, publishedList } from './published-property';

/** A file of the environment's folder, as it stands in SVN. */
export interface FileInSvn {
  readonly content: Uint8Array;
  /** A symbolic link has its target for a content, and is never followed. */
  readonly isLink: boolean;
  /** The property that was set when it was published. @default none: it was not published from here */
  readonly hash?: string;
}

/** The environment's folder, as it stands in SVN. */
export interface FolderInSvn {
  /** The files that may be ours by their name. */
  readonly files: ReadonlyMap<string, FileInSvn>;
  /** The list of published files. @default none: nothing was published yet, or somebody removed it */
  readonly list?: string;
}

/**
 * How a file is not what was published last: `edited`, another content; `deleted`, it is gone; `unknown`, it has the
 * name of a file of ours and was never published from here; `link`, it is a symbolic link.
 */
export type DriftKind = 'edited' | 'deleted' | 'unknown' | 'link';

/** A file of ours that somebody changed by hand. */
export interface Drift {
  readonly name: string;
  readonly kind: DriftKind;
}

/** What a publication does to the files; names are sorted, and each is in one of the lists at the most. */
export interface PublicationPlan {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Have the right content already, and only get the property: a change by hand that was brought into the program. */
  readonly marked: readonly string[];
  readonly deleted: readonly string[];
  /** What would be lost; each is also in the list that says what happens to it. */
  readonly drifts: readonly Drift[];
  /** The new list of published files. */
  readonly list: string;
  /** Whether SVN has everything as it is to be. */
  readonly isEmpty: boolean;
}

type Fate = 'added' | 'changed' | 'marked' | 'deleted' | 'kept';

/** Compares what is to be published with what stands in SVN. */
export function publicationPlan(wanted: ReadonlyMap<string, string>, folder: FolderInSvn): PublicationPlan {
  const ours = publishedNames(folder);
  const verdicts = [...new Set([...ours, ...wanted.keys()])].sort().map((name) => {
    const file = folder.files.get(name);
    const text = wanted.get(name);
    return { name, fate: fateOf(text, file), kind: tryDrift(text, file, ours.has(name)) };
  });
  const namesOf = (fate: Fate) => verdicts.flatMap((verdict) => (verdict.fate === fate ? [verdict.name] : []));
  const list = publishedList(wanted);
  return {
    added: namesOf('added'),
    changed: namesOf('changed'),
    marked: namesOf('marked'),
    deleted: namesOf('deleted'),
    drifts: verdicts.flatMap(({ name, kind }) => (kind === undefined ? [] : [{ name, kind }])),
    list,
    isEmpty: verdicts.every(({ fate }) => fate === 'kept') && folder.list === list,
  };
}

/**
 * Returns the names of what was published. The list on the folder decides, since a property on a file goes along when
 * somebody copies it, and the copy is theirs; where there is no list, the files have to tell.
 */
function publishedNames({ files, list }: FolderInSvn): ReadonlySet<string> {
  if (list !== undefined) return new Set(namesInList(list));
  return new Set([...files].flatMap(([name, { hash }]) => (hash !== undefined && isPublishedName(name) ? [name] : [])));
}

function fateOf(text: string | undefined, file: FileInSvn | undefined): Fate {
  if (text === undefined) return file === undefined ? 'kept' : 'deleted';
  if (file === undefined) return 'added';
  if (!hasContent(file, text)) return 'changed';
  return file.hash === contentHash(text) ? 'kept' : 'marked';
}

function tryDrift(text: string | undefined, file: FileInSvn | undefined, isOurs: boolean): DriftKind | undefined {
  if (file === undefined) return isOurs && text !== undefined ? 'deleted' : undefined;
  // Whoever changed it by hand changed it to what the program says as well.
  if (text !== undefined && hasContent(file, text)) return undefined;
  if (file.isLink) return 'link';
  if (file.hash === undefined) return 'unknown';
  return contentHash(file.content) === file.hash ? undefined : 'edited';
}

function hasContent({ content, isLink }: FileInSvn, text: string): boolean {
  return !isLink && Buffer.from(text).equals(content);
}
