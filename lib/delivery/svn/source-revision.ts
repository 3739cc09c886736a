import type { RunProgram } from './run-program';

/** The state of the program that wrote the files. */
export interface SourceRevision {
  /** The commit, in full. */
  readonly commit: string;
  /** Whether there are changes besides, so that the commit alone does not tell what was published. */
  readonly isModified: boolean;
}

/** Returns the revision of the program in a folder, or undefined if it is no git checkout, or git cannot tell. */
export async function trySourceRevision(run: RunProgram, folder: string): Promise<SourceRevision | undefined> {
  try {
    const head = await run('git', ['-C', folder, 'rev-parse', '--verify', 'HEAD'], { input: '' });
    const commit = head.stdout.trim();
    if (head.status !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
    const { status, stdout } = await run('git', ['-C', folder, 'status', '--porcelain', '--', '.'], { input: '' });
    return status === 0 ? { commit, isModified: stdout.trim() !== '' } : undefined;
  } catch {
    // git is not installed: the checkout came as an archive.
    return undefined;
  }
}

/** Returns it for a log message. */
export function sourceText(source: SourceRevision | undefined): string {
  if (source === undefined) return 'not known: the program is no git checkout';
  return `${source.commit}${source.isModified ? ', modified' : ''}`;
}
