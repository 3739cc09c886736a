import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { CommittedFiles } from '../../lib/delivery/revisions/committed-files';
import { gitFiles } from '../../lib/delivery/revisions/git-files';
import { svnFiles } from '../../lib/delivery/revisions/svn-files';
import { manifestsInFiles } from '../../lib/delivery/svn/manifests-in-files';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import { SvnClient } from '../../lib/delivery/svn/svn-client';
import type { SvnAccess } from '../../lib/delivery/svn/svn-client';
import { readManifests } from '../../lib/manifests/read-manifests';
import type { ReadManifests } from '../../lib/manifests/read-manifests';
import { ReadingProgress } from '../../lib/manifests/reading-progress';
import type { Progress } from '../../lib/progress';
import type { Text } from '../../lib/text';
import type { WatchedTerminal } from '../progress';
import type { SideContent } from './side-content';
import { withStrangersTold } from './strangers';
import type { TypedSide } from './typed-side';

/** Where a synth writes, and what git is asked for. */
const OUTPUT_FOLDER = 'dist';

/** With what a side is read. */
export interface SideReading {
  readonly terminal: WatchedTerminal;
  readonly run: RunProgram;
  readonly access: SvnAccess;
  /** The environment that alone is asked for. @default all */
  readonly environment?: string;
}

/**
 * Reads a side of a comparison. What of it cannot be read is told, and no reason to stop.
 *
 * @throws OperatorError if git or svn cannot be asked, or know nothing of it
 */
export async function readSide(side: TypedSide, reading: SideReading): Promise<SideContent> {
  return withStrangersTold(await readWhole(side, reading), side.kind);
}

async function readWhole(side: TypedSide, reading: SideReading): Promise<SideContent> {
  switch (side.kind) {
    case 'standard-input':
      return {
        label: side.text,
        ...(await readManifests([side.text], reading.terminal.stdin, reading.terminal.progress)),
        isFile: false,
      };
    case 'path':
      return readPath(side.text, reading);
    case 'git':
      return readGit(side.text, side.value, reading);
    default:
      return readSvn(side, reading);
  }
}

async function readSvn(
  { text, address }: Extract<TypedSide, { kind: 'svn' }>,
  { terminal: { progress }, run, access, environment }: SideReading,
): Promise<SideContent> {
  // Before svn is started and not while it runs: it may ask for a password in this line.
  progress(() => reading(text), true);
  const state = await svnFiles(new SvnClient(run, address.url, access), address, environment);
  const { isFile, folderName } = state;
  return { label: text, ...committed(text, state, progress, isFile), isFile, folderName };
}

async function readPath(path: string, { terminal, environment }: SideReading): Promise<SideContent> {
  const isFile = !isFolder(path);
  const place = resolve(path);
  const part = environment === undefined ? undefined : join(path, environment);
  const from = part !== undefined && isFolder(part) ? part : path;
  const { manifests, unread } = await readManifests([from], terminal.stdin, terminal.progress);
  const root = isFile ? dirname(path) : path;
  return {
    label: path,
    manifests: manifests.map((manifest) => ({
      ...manifest,
      file: relative(root, manifest.file).replaceAll(sep, '/'),
    })),
    unread: unread.map((entry) => withHint(entry, path)),
    isFile,
    folderName: basename(isFile ? dirname(place) : place),
  };
}

/** Says what else may have been meant by a path that leads nowhere. */
function withHint({ file, reason }: ReadManifests['unread'][number], path: string) {
  if (file !== path || reason !== 'does not exist') return { file, reason };
  if (/^(?:HEAD|master|main|[0-9a-f]{7,40})(?:[~^]\d*)*$/.test(path) || /[~^]\d*$/.test(path)) {
    return { file, reason: `${reason}; a revision of git is written git:${path}` };
  }
  if (isFolder(join(OUTPUT_FOLDER, path))) {
    return { file, reason: `${reason}; what the last synth wrote is in ${OUTPUT_FOLDER}/${path}` };
  }
  return path.replace(/[/\\]+$/, '') === OUTPUT_FOLDER
    ? { file, reason: `${reason}; npm run synth writes it, in the folder of the program` }
    : { file, reason };
}

async function readGit(
  label: string,
  revision: string,
  { terminal: { progress }, run, environment }: SideReading,
): Promise<SideContent> {
  progress(() => reading(label));
  const all = await gitFiles(run, { revision, folder: '.', path: OUTPUT_FOLDER });
  const wanted = environment === undefined ? all : narrowed(all, environment);
  return { label, ...committed(label, wanted, progress), isFile: false };
}

/** Returns the files of an environment alone, where there are any. */
function narrowed({ files, unread }: CommittedFiles, environment: string): CommittedFiles {
  const isPart = (path: string) => path.startsWith(`${environment}/`);
  if (![...files.keys()].some(isPart) && !unread.some(({ file }) => isPart(file))) return { files, unread };
  return {
    files: new Map([...files].filter(([path]) => isPart(path))),
    unread: unread.filter(({ file }) => isPart(file)),
  };
}

function committed(
  label: string,
  { files, unread }: CommittedFiles,
  progress: Progress,
  isFile = false,
): Pick<SideContent, 'manifests' | 'unread'> {
  const { manifests, problems } = manifestsInFiles(oneByOne(label, files, progress));
  if (manifests.length + unread.length + problems.length === 0) {
    const reason = isFile ? 'has no API object' : 'has no API object in a file *.yaml, *.yml or *.json';
    return { manifests, unread: [{ file: label, reason }] };
  }
  const named = [...unread, ...problems].map(({ file, reason }) => ({ file: `${label}: ${file}`, reason }));
  return { manifests, unread: named };
}

/** Returns the files, and tells of each when its turn comes. */
function* oneByOne(label: string, files: CommittedFiles['files'], progress: Progress) {
  const told = new ReadingProgress(progress, label, files.size);
  for (const entry of files) {
    told.next(entry[0]);
    yield entry;
  }
}

function reading(what: string): Text {
  return { en: `reading ${what} …`, zh: `正在读取 ${what} …` };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whatever keeps it from being seen is told when it is read.
    return false;
  }
}
