import { OperatorError } from '../../operator-error';
import { visibleLine } from '../../visible-text';

/** Why svn did not do what it was asked. */
export type SvnFailure =
  | 'not-installed'
  | 'not-reachable'
  | 'no-repository'
  | 'not-found'
  | 'not-authorized'
  | 'not-trusted'
  | 'out-of-date'
  | 'locked'
  | 'refused-by-hook'
  | 'unknown';

/** A failure of svn, of which callers tell the kind; nothing of it was done, except where the kind is `unknown`. */
export class SvnError extends OperatorError {
  readonly failure: SvnFailure;

  constructor(failure: SvnFailure, message: string, remedy: string, options?: ErrorOptions) {
    super(message, remedy, options);
    this.name = 'SvnError';
    this.failure = failure;
  }
}

interface FailureForm {
  readonly failure: SvnFailure;
  /**
   * Error codes of svn, which no language changes.
   * @see subversion/include/svn_error_codes.h, and errno plus 0 or 670000 (getaddrinfo) or 720000 (Windows)
   */
  readonly codes: readonly string[];
  readonly message: (url: string, detail: string) => string;
  readonly remedy: string;
}

/** Of the protocols, of name resolution, and of connections on Linux, macOS and Windows. */
const NETWORK_CODES = (
  'E210002 E120106 E120108 E175012 E670002 E670003 E670004 E670005 E731001 ' +
  'E000101 E000104 E000110 E000111 E000113 E000051 E000060 E000061 E000065 E730060 E730061 E730065'
).split(' ');

/** In this order: svn prints a chain of codes, and the particular ones come before those that go along with many. */
const FAILURES: readonly FailureForm[] = [
  {
    failure: 'locked',
    codes: ['E195022', 'E160035', 'E160037', 'E160038', 'E160039', 'E160040', 'E170007'],
    message: (url, detail) => `a file in ${url} is locked in SVN (${detail})`,
    remedy:
      'Ask whoever locked it to release it (svn info shows who), or release it with svn unlock --force; then publish again.',
  },
  {
    failure: 'out-of-date',
    codes: ['E155011', 'E160024', 'E160028', 'E170004', 'E160020', 'E155015'],
    message: (url) => `somebody else committed to ${url} meanwhile, so SVN refused this commit as out of date`,
    remedy: 'Publish again: it starts from what stands there now, and shows what was changed by hand.',
  },
  {
    failure: 'refused-by-hook',
    codes: ['E165001'],
    message: (url, detail) => `a hook of the repository refused the commit to ${url} (${detail})`,
    remedy: 'Do what the hook asks for, such as a ticket in --message, then publish again.',
  },
  {
    failure: 'not-trusted',
    codes: ['E230001', 'E120170'],
    message: (url, detail) => `the certificate of ${url} is not trusted (${detail})`,
    remedy: 'Have the CA of the bank installed on this machine, or accept the certificate once with svn info.',
  },
  {
    failure: 'not-authorized',
    codes: ['E170001', 'E215004', 'E175013', 'E220004', 'E220003'],
    message: (url, detail) => `SVN does not authorize the access to ${url} (${detail})`,
    remedy:
      'Give --username and --password-from-stdin, or ask the administrator of the repository for read and write access.',
  },
  {
    failure: 'no-repository',
    codes: ['E180001', 'E210005', 'E170000', 'E125002', 'E175003'],
    message: (url) => `there is no SVN repository at ${url}`,
    remedy: 'Correct the URL.',
  },
  {
    failure: 'not-reachable',
    // Not E170013, with which svn begins every failure at the begin of a session.
    codes: NETWORK_CODES,
    message: (url, detail) => `the SVN server of ${url} is not reachable (${detail})`,
    remedy: 'Check the host in the URL and the network, then publish again.',
  },
  {
    failure: 'not-found',
    codes: ['E160013', 'W160013', 'W170000', 'E200009'],
    message: (url) => `the repository has no folder ${url}`,
    remedy: 'Correct the URL, or make the folder with svn mkdir --parents.',
  },
];

/**
 * Returns what svn said on standard error as an error for the operator.
 *
 * @param url what was asked about
 */
export function svnError(stderr: string, url: string): SvnError {
  const codes = new Set(stderr.match(/\b[EW]\d{6}\b/g));
  const cause = new Error(visibleLine(stderr));
  const detail = detailOf(stderr);
  for (const { failure, codes: known, message, remedy } of FAILURES) {
    if (known.some((code) => codes.has(code))) return new SvnError(failure, message(url, detail), remedy, { cause });
  }
  const words = detail === '' ? 'it said nothing' : detail;
  return new SvnError('unknown', `svn failed on ${url} (${words})`, 'Try the same with svn info on this URL.', {
    cause,
  });
}

/** Returns the last of what svn said, which names the reason; the lines before it say what was attempted. */
function detailOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return visibleLine((lines.at(-1) ?? '').replace(/^svn: (?:[EW]\d{6}: )?/, ''));
}
