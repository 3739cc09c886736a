import { resolve } from 'node:path';
import type { ListedImage } from '../../lib/delivery/images/listed-image';
import type { ArchiveProblem } from '../../lib/delivery/images/local-archives';
import { pushImages } from '../../lib/delivery/images/push-images';
import { svnmuccClient } from '../../lib/delivery/images/svnmucc';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import { spawnProgram } from '../../lib/delivery/svn/spawn-program';
import { SvnClient } from '../../lib/delivery/svn/svn-client';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { svnAccess, typedSvnUrl } from '../svn-access';
import { languageOf } from '../language';
import { withProgress } from '../progress';
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
  const url = typedSvnUrl(address);
  const request = { images: imagesOf(input.tryValue('environment')), folder: resolve(from), url };
  const access = await svnAccess(input, terminal);
  const language = languageOf(input.tryValue('lang'), terminal.env);
  const problems = await withProgress(terminal, language, ({ out, err, progress }) => {
    const rehearse = (line: string) => out(`[dry run] not executed: ${line}\n`);
    // Before svn is started and not while it runs: it may ask for a password in this line.
    progress(() => ({ en: `looking at ${url} …`, zh: `正在查看 ${url} …` }), true);
    return pushImages(request, {
      svn: new SvnClient(run, url, access),
      svnmucc: svnmuccClient(run, url, access, input.has('dry-run') ? rehearse : undefined),
      output: { result: out, warning: (line) => err(`${line}\n`), progress },
    });
  });
  if (problems.length === 0) return exitCode.fine;
  terminal.err(`${problems.map(problemText).join('')}nothing was sent\n`);
  return exitCode.findings;
}

function problemText({ archive, message, remedy }: ArchiveProblem): string {
  return `error archive ${archive}: ${message}\n  to fix: ${remedy}\n`;
}
