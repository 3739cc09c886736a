import { OperatorError } from '../../operator-error';

const URL_FORM = /^(?:file|https?|svn|svn\+[a-z][a-z0-9+.-]*):\/\//i;
const URL_WITH_PASSWORD = /^[^/]+\/\/[^/@]*:[^/]*@/;
const REMEDY = 'Write it as in https://svn.example.com/repository/deploy, a folder that is there already.';

/**
 * Returns the URL of a folder in SVN the way it stands on a command line: in ASCII, so that no locale can spoil it,
 * and without a slash at its end. A part that is percent-encoded already stays as it is.
 *
 * @throws OperatorError if it is no URL that svn knows, or has a password in it
 */
export function svnUrl(text: string): string {
  const trimmed = text.trim().replace(/\/+$/, '');
  // Before anything else, and without the URL in the message: a command line is seen by all users of the machine.
  if (URL_WITH_PASSWORD.test(trimmed)) {
    throw new OperatorError(
      'the SVN URL has a password in it, where other users of the machine can see it',
      'Leave it out, and give --username and --password-from-stdin; change that password.',
    );
  }
  if (!URL_FORM.test(`${trimmed}/`)) {
    throw new OperatorError(
      `"${trimmed}" is no SVN URL; expected file://, svn://, svn+ssh://, http:// or https://`,
      REMEDY,
    );
  }
  if (/%(?![0-9a-f]{2})/i.test(trimmed)) {
    throw new OperatorError(
      `SVN URL "${trimmed}" has a "%" without two hexadecimal digits behind it`,
      'Write it as %25.',
    );
  }
  return trimmed.replace(/[^\w\-.~!$&'()*+,;=:@/%[\]]+/gu, (part) => encodeURIComponent(part));
}

/** Returns the URL of what stands in a folder. */
export function childUrl(folder: string, name: string): string {
  return `${folder}/${encodeURIComponent(name)}`;
}
