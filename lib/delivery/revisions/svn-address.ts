import { OperatorError } from '../../operator-error';
import { svnUrl } from '../svn/svn-url';

/** A place in SVN, at a revision. */
export interface SvnAddress {
  /** As svn takes it. */
  readonly url: string;
  /** A number, `HEAD`, or a date in braces. @default HEAD */
  readonly revision?: string;
}

const REVISION = /^(?:r?(\d{1,10})|(HEAD)|(\{[\dTZ:+. -]{4,40}\}))$/i;

/**
 * Reads `<url>[@rev]` as svn does: the last "@" behind the last slash begins the revision, and one at the very end
 * belongs to neither.
 *
 * @throws OperatorError if the URL is none that svn knows, has a password in it, or what follows "@" is no revision
 */
export function svnAddress(text: string): SvnAddress {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const isRevision = at > trimmed.lastIndexOf('/') && at !== -1;
  if (!isRevision) return { url: svnUrl(trimmed) };
  const url = svnUrl(trimmed.slice(0, at));
  const word = trimmed.slice(at + 1);
  if (word === '') return { url };
  const [, number, head, date] = REVISION.exec(word) ?? [];
  if (number !== undefined) return { url, revision: String(Number(number)) };
  if (head !== undefined) return { url };
  if (date !== undefined) return { url, revision: date };
  throw new OperatorError(
    `"${word}" is no revision of SVN; expected a number, HEAD or a date such as {2026-11-23}`,
    'Write it as in svn+https://svn.example.com/repository/deploy@4211; an "@" in a name needs another one behind it.',
  );
}
