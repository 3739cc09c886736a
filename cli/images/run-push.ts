import { resolve } from 'node:path';
import type { ListedImage } from '../../lib/delivery/images/listed-image';
import type { ArchiveProblem } from '../../lib/delivery/images/local-archives';
import { pushImages } from '../../lib/delivery/images/push-images';
import { svnmuccClient } from '../../lib/delivery/images/svnmucc';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import { spawnProgram } from '../../lib/delivery/svn/spawn-program';
import { SvnClient } from '../../lib/delivery/svn/svn-client';
import { svnUrl } from '../../lib/delivery/svn/svn-url';
import { OperatorError } from '../../lib/operator-error';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { firstLine } from '../publish/first-line';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/**
 * Does the work of `znyw images push`.
 *
 * @param words what follows `push`
 * @param imagesOf lists the images of the environment of a name
 */
export async function runPush(
  input: CommandInput,
  words: readonly string[],
  terminal: Terminal,
  imagesOf: (environment: string | undefined) => readonly ListedImage[],
  run: RunProgram = spawnProgram,
): Promise<ExitCode> {
  const [address, ...rest] = words;
  const from = input.tryValue('from');
  if (address === undefined || rest.length > 0) {
    throw new UsageError(
      `${words.length} SVN URLs are given; 1 is expected: znyw images push <svn-url> --from <folder>`,
    );
  }
  if (from === undefined) throw new UsageError('--from is missing: the folder with the archives');
  const url = svnUrlOf(address);
  const request = { images: imagesOf(input.tryValue('environment')), folder: resolve(from), url };
  const access = await accessOf(input, terminal);
  const rehearse = (line: string) => terminal.out(`[dry run] not executed: ${line}\n`);
  const problems = await pushImages(request, {
    svn: new SvnClient(run, url, access),
    svnmucc: svnmuccClient(run, url, access, input.has('dry-run') ? rehearse : undefined),
    output: { result: terminal.out, progress: (line) => terminal.err(`${line}\n`) },
  });
  if (problems.length === 0) return exitCode.fine;
  terminal.err(`${problems.map(problemText).join('')}nothing was sent\n`);
  return exitCode.findings;
}

/** A URL that cannot be one is a mistake in the command line, as any other word of it. */
function svnUrlOf(address: string): string {
  try {
    return svnUrl(address);
  } catch (error) {
    throw error instanceof OperatorError ? new UsageError(error.message, error.remedy) : error;
  }
}

async function accessOf(input: CommandInput, terminal: Terminal) {
  const username = input.tryValue('username');
  return {
    ...(username === undefined ? {} : { username }),
    ...(input.has('password-from-stdin') ? { password: await firstLine(terminal.stdin()) } : {}),
  };
}

function problemText({ archive, message, remedy }: ArchiveProblem): string {
  return `error archive ${archive}: ${message}\n  to fix: ${remedy}\n`;
}
