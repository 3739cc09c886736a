import { svnUrl } from '../lib/delivery/svn/svn-url';
import { OperatorError } from '../lib/operator-error';
import type { CommandInput } from './command-input';
import { firstLine } from './first-line';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/**
 * Returns the URL that a person typed, as svn takes it.
 *
 * @throws UsageError if it cannot be one: a mistake in the command line, as any other word of it
 */
export function typedSvnUrl(text: string): string {
  try {
    return svnUrl(text);
  } catch (error) {
    throw error instanceof OperatorError ? new UsageError(error.message, error.remedy) : error;
  }
}

/** Returns whom svn is to be, as `--username` and `--password-from-stdin` say; svn knows by itself what is not given. */
export async function svnAccess(input: CommandInput, terminal: Terminal) {
  const username = input.tryValue('username');
  return {
    ...(username === undefined ? {} : { username }),
    ...(input.has('password-from-stdin') ? { password: await firstLine(terminal.stdin()) } : {}),
  };
}
