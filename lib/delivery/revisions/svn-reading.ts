import { SvnError } from '../svn/svn-error';
import type { SvnFailure } from '../svn/svn-error';
import type { SvnAddress } from './svn-address';

/** What to do where nothing but reading was intended; the others are the same as for a publication. */
const REMEDIES: Partial<Record<SvnFailure, string>> = {
  'not-authorized': 'Give --username and --password-from-stdin, or ask the administrator of the repository for access.',
  'not-reachable': 'Check the host in the URL and the network.',
  'no-repository': 'Correct the URL; svn info says whether a repository is there.',
};

/** With these svn says that there is no such revision. */
const NO_SUCH_REVISION = /\bE160006\b/;

/**
 * Does something that only reads from an address of SVN; its failures say what to do about a URL and a revision.
 *
 * @throws SvnError
 */
export async function readingSvn<T>({ url, revision }: SvnAddress, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SvnError)) throw error;
    const { failure, message, cause } = error;
    if (failure === 'not-found') {
      throw new SvnError(
        failure,
        `there is no ${url} in SVN${revision === undefined ? '' : ` at revision ${revision}`}`,
        'Correct the URL or the revision; svn list and svn log show what is there.',
        { cause },
      );
    }
    if (revision !== undefined && cause instanceof Error && NO_SUCH_REVISION.test(cause.message)) {
      throw new SvnError('not-found', `SVN has no revision ${revision}`, 'Correct it; svn log shows what is there.', {
        cause,
      });
    }
    throw new SvnError(failure, message, REMEDIES[failure] ?? error.remedy, { cause });
  }
}
