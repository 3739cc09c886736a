import { OperatorError } from '../../operator-error';
import { visibleLine } from '../../visible-text';
import type { ProgramResult, RunProgram } from '../svn/run-program';
import { isManifestPath, requireBounded } from './committed-files';
import type { CommittedFiles, ListedFile } from './committed-files';

/** Where a committed state stands in git. */
export interface GitState {
  /** What git takes for a revision: `HEAD~1`, a branch, a tag, a commit. */
  readonly revision: string;
  /** The folder that git is asked in, somewhere in a checkout. */
  readonly folder: string;
  /** What is read, as a path from there: `dist`. */
  readonly path: string;
}

interface ListedBlob extends ListedFile {
  readonly hash: string;
}

const REGULAR_FILES: ReadonlySet<string> = new Set(['100644', '100755', '100664']);

/** English, so that what git says is the same everywhere; no prompt, and nothing fetched behind the back. */
const ENVIRONMENT = { LANGUAGE: 'en', LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };

/**
 * Reads the manifests that are committed at a revision of git, whatever is checked out.
 *
 * @throws OperatorError if git is missing, this is no checkout, the revision is unknown or has no such folder
 */
export async function gitFiles(run: RunProgram, state: GitState): Promise<CommittedFiles> {
  const git = new Git(run, state.folder);
  const commit = await commitOf(git, state);
  const entries = await listed(git, commit, state);
  const manifests = entries.filter(({ path }) => isManifestPath(path));
  const files = manifests.filter(({ isFile }) => isFile);
  requireBounded(files, `git:${state.revision}`);
  return {
    files: await contents(git, files),
    unread: manifests
      .filter(({ isFile }) => !isFile)
      .map(({ path }) => ({ file: path, reason: 'is a link or a submodule, not a file' })),
  };
}

async function commitOf(git: Git, { revision, folder }: GitState): Promise<string> {
  // No revision begins like an option, so that none is ever taken for one.
  const isPlausible = revision !== '' && !revision.startsWith('-') && !/\s/.test(revision) && !revision.includes('\0');
  const { status, stdout, stderr } = isPlausible
    ? await git.ask(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
    : await git.ask(['rev-parse', '--git-dir']);
  const commit = stdout.trim();
  if (isPlausible && status === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return commit;

  const checkout = await git.ask(['rev-parse', '--git-dir']);
  if (checkout.status !== 0) throw noCheckout(checkout, folder);
  const detail = visibleLine(stderr);
  throw new OperatorError(
    `git knows no commit "${visibleLine(revision)}"${detail === '' || !isPlausible ? '' : ` (${detail})`}`,
    revisionRemedy(revision),
  );
}

function noCheckout({ stderr }: ProgramResult, folder: string): OperatorError {
  const detail = visibleLine(stderr.split('\n')[0] ?? '');
  return /not a git repository/i.test(stderr)
    ? new OperatorError(
        `${folder === '.' ? 'this folder' : folder} is in no git checkout`,
        'Run it in the checkout of the program.',
      )
    : new OperatorError(`git cannot read this checkout (${detail})`, 'Do what git says; git status says more.');
}

function revisionRemedy(revision: string): string {
  if (revision.includes('..')) return 'Name the 2 sides apart, as in git:HEAD~1 git:HEAD.';
  if (/^[^:]+:[^:]/.test(revision)) {
    return 'Name the commit alone, as in git:HEAD: dist/ is read there, and --environment picks a part of it.';
  }
  return 'git log shows what there is; git fetch brings what is missing here.';
}

interface ListedEntry extends ListedBlob {
  readonly isFile: boolean;
}

async function listed(git: Git, commit: string, { revision, path }: GitState): Promise<readonly ListedEntry[]> {
  const { status, stdout, stderr } = await git.ask(['ls-tree', '-r', '-z', '--long', commit, '--', `${path}/`]);
  if (status !== 0) throw new OperatorError(`git failed on ${revision} (${visibleLine(stderr)})`, '');
  const entries = stdout
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => entryOf(line, path));
  if (entries.length > 0) return entries.sort((one, other) => (one.path < other.path ? -1 : 1));
  throw new OperatorError(
    `git:${revision} has no folder ${path}/ here`,
    'Name a commit in which it is committed, and run it in the folder of the program.',
  );
}

/** Reads `<mode> <type> <hash> <size>\t<path>`. */
function entryOf(line: string, folder: string): ListedEntry {
  const tab = line.indexOf('\t');
  const [mode = '', , hash = '', size = ''] = line.slice(0, tab).split(/ +/);
  // Not decoded so far: what is not UTF-8 stays apart from what is.
  const path = Buffer.from(line.slice(tab + 1), 'latin1').toString('utf8');
  return { path: path.slice(folder.length + 1), bytes: Number(size) || 0, hash, isFile: REGULAR_FILES.has(mode) };
}

/** Fetches all at once: a program for each file would take seconds. */
async function contents(git: Git, files: readonly ListedBlob[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { status, stdout, stderr } = await git.ask(
    ['cat-file', '--batch'],
    files.map(({ hash }) => `${hash}\n`).join(''),
  );
  const bytes = Buffer.from(stdout, 'latin1');
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const { path, hash } of files) {
    const end = bytes.indexOf('\n', at);
    const [name, type, size] = bytes.toString('latin1', at, Math.max(at, end)).split(' ');
    if (status !== 0 || name !== hash || type !== 'blob') {
      const detail = stderr === '' ? (type ?? 'it said nothing') : stderr;
      throw new OperatorError(`git cannot read ${path} (${visibleLine(detail)})`, 'git fsck says more.');
    }
    found.set(path, bytes.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return found;
}

class Git {
  constructor(
    private readonly run: RunProgram,
    private readonly folder: string,
  ) {}

  async ask(args: readonly string[], input = ''): Promise<ProgramResult> {
    try {
      return await this.run('git', args, { cwd: this.folder, env: ENVIRONMENT, input, encoding: 'latin1' });
    } catch (cause) {
      throw new OperatorError('git could not be started', 'Install git, so that it is on the PATH.', { cause });
    }
  }
}
