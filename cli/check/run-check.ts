import { grouped } from '../../lib/progress';
import type { Text } from '../../lib/text';
import { checkReport } from '../../lib/validation/report/check-report';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { languageOf } from '../language';
import { withProgress } from '../progress';
import type { WatchedTerminal } from '../progress';
import type { Terminal } from '../terminal';
import { unknownName } from '../usage-error';
import { tryChosenRules } from './chosen-rules';
import { objectSets } from './object-sets';
import { reportJson } from './report-json';
import { reportText } from './report-text';

const OUTPUTS = ['text', 'json'];

/** The rules take a seventh of a second for so many. */
const MANY_OBJECTS = 1000;

/** Does the work of `znyw check`. */
export async function runCheck(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(input.tryValue('lang'), terminal.env);
  return withProgress(terminal, language, (watched) => checked(input, watched));
}

async function checked(input: CommandInput, terminal: WatchedTerminal): Promise<ExitCode> {
  const output = input.tryValue('output') ?? 'text';
  if (!OUTPUTS.includes(output)) throw unknownName('output', output, OUTPUTS);
  const rules = tryChosenRules(input.valuesOf('rule'));

  const { sets, unread } = await objectSets(input, terminal);
  const objects = sets.reduce((sum, { manifests }) => sum + manifests.length, 0);
  if (objects > MANY_OBJECTS) terminal.progress(() => asking(objects), true);
  const report = checkReport(sets, rules);

  terminal.out(
    output === 'json'
      ? reportJson(report, unread)
      : reportText(report, unread, objects, { colours: terminal.isTerminal && !isSet(terminal.env['NO_COLOR']) }),
  );
  // What was not read may hide an error: that nothing is established weighs more than what is found in the rest.
  if (unread.length > 0) return exitCode.couldNotRun;
  return report.findings.some(({ severity }) => severity === 'error') ? exitCode.findings : exitCode.fine;
}

function asking(objects: number): Text {
  return {
    en: `asking the rules about ${grouped(objects)} objects`,
    zh: `正在用规则检查 ${grouped(objects)} 个对象`,
  };
}

/** @see https://no-color.org: any value but an empty one */
function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '';
}
