import type { SvnAddress } from '../../lib/delivery/revisions/svn-address';
import { svnAddress } from '../../lib/delivery/revisions/svn-address';
import { OperatorError } from '../../lib/operator-error';
import { STANDARD_INPUT } from '../../lib/manifests/read-manifests';
import { typedSvnUrl } from '../svn-access';
import { UsageError } from '../usage-error';

/** One of the two states of a comparison, as a person typed it. */
export type TypedSide =
  | { readonly kind: 'path' | 'git'; readonly text: string; readonly value: string }
  | { readonly kind: 'svn'; readonly text: string; readonly address: SvnAddress }
  | { readonly kind: 'standard-input'; readonly text: string };

const GIT = 'git:';
const SVN = 'svn+';

/** What svn knows as a scheme by itself, so that `svn+ssh://` is a tunnel and `svn+https://` is https. */
const PLAIN_SCHEME = /^(?:file|https?|svn|svn\+[a-z][a-z0-9+.-]*):\/\//i;

/**
 * Reads a side of a comparison: `git:<rev>`, `svn+<url>[@rev]`, `-`, or else a path.
 *
 * @throws UsageError if it is none of them
 */
export function typedSide(text: string): TypedSide {
  if (text === '') throw new UsageError('a side of the comparison is empty', EXPECTED);
  if (text === STANDARD_INPUT) return { kind: 'standard-input', text };
  if (text.startsWith(GIT)) return gitSide(text);
  if (PLAIN_SCHEME.test(text.startsWith(SVN) ? text.slice(SVN.length) : ''))
    return svnSide(text, text.slice(SVN.length));
  // These schemes are of svn alone, so that nothing else can be meant.
  if (/^svn(?:\+[a-z][a-z0-9+.-]*)?:\/\//i.test(text)) return svnSide(text, text);
  if (/^(?:file|https?):\/\//i.test(text)) {
    throw new UsageError(`"${typedSvnUrl(text)}" is no path; a folder in SVN has "svn+" before its URL`, EXPECTED);
  }
  if (text.startsWith(SVN)) {
    throw new UsageError(`"${text}" has no URL behind "svn+"; expected file://, svn://, http:// or https://`, EXPECTED);
  }
  return { kind: 'path', text, value: text };
}

/** What can stand for a side, as a remedy. */
const EXPECTED =
  'Name a folder, a file, - for standard input, git:<rev> such as git:HEAD, or svn+<url>[@rev] such as svn+https://svn.example.com/repository/deploy@4211.';

function gitSide(text: string): TypedSide {
  const value = text.slice(GIT.length);
  if (value === '') throw new UsageError('"git:" names no revision', 'Write it as in git:HEAD or git:HEAD~1.');
  if (value.startsWith('-')) {
    throw new UsageError(`"${value}" is no revision of git: none begins with "-"`, 'Write it as in git:HEAD~1.');
  }
  return { kind: 'git', text, value };
}

function svnSide(text: string, url: string): TypedSide {
  try {
    return { kind: 'svn', text, address: svnAddress(url) };
  } catch (error) {
    throw error instanceof OperatorError ? new UsageError(error.message, error.remedy) : error;
  }
}
