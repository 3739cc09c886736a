import { grouped } from '../../lib/progress';
import type { Language, Text } from '../../lib/text';
import { reportMarkdown } from '../../lib/review/report/markdown/report-markdown';
import { buildReportModel } from '../../lib/review/report/model/build-report-model';
import { reportFiles } from '../../lib/review/report/page/report-files';
import type { ReportModel } from '../../lib/review/report/report-model';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { languageOf } from '../language';
import { withProgress } from '../progress';
import type { WatchedTerminal } from '../progress';
import type { Terminal } from '../terminal';
import { unknownName, UsageError } from '../usage-error';
import { reportSets } from './report-sets';
import { requireReportFolder, writeFolder } from './write-folder';
import { writeText } from './write-text';

const OUTPUTS = ['html', 'markdown'];

/** Where a report goes unless somebody says otherwise. */
const REPORT_FOLDER = 'report';

/** So many take a third of a second to look through. */
const MANY_OBJECTS = 1000;

/** Does the work of `znyw report`. */
export async function runReport(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(input.tryValue('lang') ?? 'en', terminal.env);
  return withProgress(terminal, language, (watched) => reported(input, language, watched));
}

async function reported(input: CommandInput, language: Language, terminal: WatchedTerminal): Promise<ExitCode> {
  const output = input.tryValue('output') ?? 'html';
  if (!OUTPUTS.includes(output)) throw unknownName('output', output, OUTPUTS);
  if (input.words.length > 0) {
    throw new UsageError(`"${input.words.join(' ')}" belongs to no option; --from names the YAML to show`);
  }
  const folder = input.tryValue('out') ?? REPORT_FOLDER;
  // Asked before the work and not only after it.
  if (output === 'html') requireReportFolder(folder);

  const { sets, unread } = await reportSets(input, terminal);
  if (unread.length > 0) {
    for (const { file, reason } of unread) terminal.err(`not read ${file}: ${reason}\n`);
    terminal.err('error: a report on a part would look like one on the whole\n  to fix: Correct what was not read.\n');
    return exitCode.couldNotRun;
  }
  const objects = sets.reduce((sum, { manifests }) => sum + manifests.length, 0);
  if (objects > MANY_OBJECTS) terminal.progress(() => lookingThrough(objects), true);
  const model = buildReportModel(sets);
  if (output === 'markdown') writeMarkdown(reportMarkdown(model, language), input.tryValue('out'), terminal);
  else await writePage(model, folder, terminal);
  return exitCode.fine;
}

function writeMarkdown(text: string, file: string | undefined, terminal: Terminal): void {
  if (file === undefined) {
    terminal.out(text);
    return;
  }
  writeText(file, text);
  terminal.out(`wrote ${file}\n`);
}

async function writePage(model: ReportModel, folder: string, terminal: WatchedTerminal): Promise<void> {
  const files = await reportFiles(model, terminal.progress);
  writeFolder(folder, files);
  const bytes = Buffer.byteLength(files.get('index.html') ?? '');
  terminal.out(`wrote ${folder}/index.html (${Math.ceil(bytes / 1024)} Ki) and ${files.size - 1} pictures\n`);
  for (const { name, workloads, rules } of model.environments) {
    terminal.out(
      `${name}: ${counted(workloads.length, 'workload')}, ${counted(rules.findings.length, 'finding')}, ` +
        `${counted(rules.acknowledged.length, 'acknowledgement')}\n`,
    );
  }
}

function lookingThrough(objects: number): Text {
  return {
    en: `working out who talks to whom among ${grouped(objects)} objects`,
    zh: `正在分析 ${grouped(objects)} 个对象之间的调用关系`,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
