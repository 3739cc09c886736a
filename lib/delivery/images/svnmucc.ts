import type { RunProgram } from '../svn/run-program';
import { SvnClient } from '../svn/svn-client';
import type { SvnAccess } from '../svn/svn-client';

/**
 * Returns a client that starts svnmucc where svn is asked for: it takes the same options for access, and comes in the
 * same package.
 *
 * @param rehearse where given, nothing is changed: commands are shown here instead
 */
export function svnmuccClient(
  run: RunProgram,
  url: string,
  access: SvnAccess,
  rehearse?: (commandLine: string) => void,
): SvnClient {
  const show = rehearse === undefined ? undefined : (line: string) => rehearse(line.replace(/^svn /, 'svnmucc '));
  return new SvnClient((_svn, args, options) => run('svnmucc', args, options), url, access, show);
}
