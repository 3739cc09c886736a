import { loginInDockerConfig } from '../../lib/delivery/secrets/docker-config';
import type { RegistryLogin } from '../../lib/delivery/secrets/pull-secret';
import { readBounded } from '../../lib/manifests/bounded-bytes';
import { decodedText } from '../../lib/manifests/decoded-text';
import { fileProblem } from '../../lib/manifests/file-problem';
import { ReadingError } from '../../lib/manifests/reading-error';
import { OperatorError } from '../../lib/operator-error';
import type { CommandInput } from '../command-input';
import { firstLine } from '../first-line';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { isKeyboard, typedLine } from './typed-line';

/**
 * Returns the login that the command line asks for: that of a file, or of a user with a password from standard input.
 *
 * @throws OperatorError if it cannot be had, UsageError if it is not asked for in one of the two ways
 */
export async function registryLogin(input: CommandInput, host: string, terminal: Terminal): Promise<RegistryLogin> {
  const [username, file] = [input.tryValue('username'), input.tryValue('from-docker-config')];
  if (file !== undefined && username === undefined) return loginInDockerConfig(textOf(file), host, file);
  if (file !== undefined || username === undefined) {
    throw new UsageError('znyw secret registry needs one of --username and --from-docker-config');
  }
  if (username.includes(':')) {
    throw new UsageError(`--username is "${username}"; a login in a Secret ends the name at the first ":"`);
  }
  const password = await passwordFrom(terminal, `Password of ${username} at ${host}: `);
  if (password.includes('\uFFFD')) {
    throw new OperatorError('the password is not UTF-8', 'Convert it, for example with: iconv -f GBK -t UTF-8');
  }
  return { host, username, password };
}

async function passwordFrom({ stdin, err }: Terminal, prompt: string): Promise<string> {
  const input = stdin();
  return isKeyboard(input) ? typedLine(input, prompt, err) : firstLine(input);
}

function textOf(file: string): string {
  try {
    return decodedText(readBounded(file));
  } catch (error) {
    const problem = error instanceof ReadingError ? error.message : fileProblem(error);
    throw new OperatorError(`${file} ${problem}`, 'Give the config.json of docker, or use --username.');
  }
}
