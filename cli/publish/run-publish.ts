import { ruleEnvironment } from '../../lib/app/rule-environment';
import { allEnvironments } from '../../lib/environments/all-environments';
import type { Environment } from '../../lib/environments/environment';
import { publish } from '../../lib/delivery/svn/publish';
import { PublicationRefused } from '../../lib/delivery/svn/publication-refused';
import type { PublishRequest } from '../../lib/delivery/svn/publish-request';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import { spawnProgram } from '../../lib/delivery/svn/spawn-program';
import { SvnClient } from '../../lib/delivery/svn/svn-client';
import { OperatorError } from '../../lib/operator-error';
import { build } from '../../lib/app/build-app';
import type { CommandInput } from '../command-input';
import { exitCode, type ExitCode } from '../exit-code';
import { namedEnvironment } from '../named-environment';
import { svnAccess, typedSvnUrl } from '../svn-access';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { programFolder } from '../../lib/program-folder';

const PROGRAM_FOLDER = programFolder();

/** Does the work of `znyw publish`. */
export async function runPublish(
  input: CommandInput,
  terminal: Terminal,
  run: RunProgram = spawnProgram,
): Promise<ExitCode> {
  const request = requestOf(input);
  const access = await svnAccess(input, terminal);
  const rehearse = (line: string) => terminal.out(`[dry run] not executed: ${line}\n`);
  const svn = new SvnClient(run, request.url, access, input.has('dry-run') ? rehearse : undefined);
  const output = { result: terminal.out, progress: (line: string) => terminal.err(`${line}\n`) };
  try {
    await publish(request, { svn, run, output });
    return exitCode.fine;
  } catch (error) {
    if (!(error instanceof PublicationRefused)) throw error;
    terminal.err(refusalText(error));
    return exitCode.findings;
  }
}

function requestOf(input: CommandInput): PublishRequest {
  const [url, ...rest] = input.words;
  if (url === undefined)
    throw new UsageError('the SVN URL is missing; expected znyw publish <svn-url> --environment <name>');
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" follows the SVN URL; 1 URL is expected`);
  const environment = namedEnvironment(input.tryValue('environment'));
  const message = input.tryValue('message');
  return {
    environment: { ...ruleEnvironment(environment), name: environment.name },
    url: typedSvnUrl(url),
    ...(message === undefined ? {} : { message }),
    overwriteDrift: input.has('overwrite-drift'),
    programFolder: PROGRAM_FOLDER,
    synthesize: () => prepared(environment),
    tested: () => allEnvironments.filter(({ production }) => !production).map((test) => prepared(test).files),
  };
}

/** Returns what a synth of the environment comes to, a mistake in a stack being as much a refusal as a rule's no. */
function prepared(environment: Environment) {
  try {
    return build(environment).prepare();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new OperatorError(`environment ${environment.name}: ${error.message}`, '', { cause: error });
  }
}

/** Findings of rules say how severe they are by themselves. */
function refusalText({ message, remedy }: PublicationRefused): string {
  const text = message.startsWith('error ') || message.startsWith('warning ') ? message : `error: ${message}`;
  return remedy === '' ? `${text}\n` : `${text}\n  to fix: ${remedy}\n`;
}
