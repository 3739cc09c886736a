import { visibleLine } from '../../lib/visible-text';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import { spawnProgram } from '../../lib/delivery/svn/spawn-program';
import type { Progress } from '../../lib/progress';
import { setDiff } from '../../lib/review/diff/set-diff';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { languageOf } from '../language';
import { withProgress } from '../progress';
import type { WatchedTerminal } from '../progress';
import type { Terminal } from '../terminal';
import { hasColours } from './colours';
import { comparedSets } from './compared-sets';
import { diffJson } from './diff-json';
import { diffMarkdown } from './diff-markdown';
import type { DiffReport } from './diff-report';
import { diffRequest } from './diff-request';
import type { DiffRequest } from './diff-request';
import { diffText } from './diff-text';
import { readSide } from './read-side';
import type { SideContent } from './side-content';
import { WORDS } from './words';

/** Does the work of `znyw diff`. */
export async function runDiff(
  input: CommandInput,
  terminal: Terminal,
  run: RunProgram = spawnProgram,
): Promise<ExitCode> {
  const language = languageOf(input.tryValue('lang'), terminal.env);
  return withProgress(terminal, language, (watched) => differed(input, watched, run));
}

async function differed(input: CommandInput, terminal: WatchedTerminal, run: RunProgram): Promise<ExitCode> {
  const request = await diffRequest(input, terminal);
  const { chosen, access } = request;
  const reading = { terminal, run, access, ...(chosen === undefined ? {} : { environment: chosen.name }) };
  const before = await readSide(request.before, reading);
  const given = request.after === undefined ? undefined : await readSide(request.after, reading);
  const unread = [...before.unread, ...(given?.unread ?? [])];
  if (unread.length > 0) {
    // With a part of a state alone, everything in the rest would count as removed or new.
    for (const { file, reason } of unread) terminal.err(`not read ${visibleLine(file)}: ${visibleLine(reason)}\n`);
    terminal.err('nothing was compared: what differs is not established\n');
    return exitCode.couldNotRun;
  }
  const report = await compared(before, given, request, terminal.progress);
  terminal.out(rendered(report, request, terminal));
  return report.sets.every(({ objects }) => objects.length === 0) ? exitCode.fine : exitCode.findings;
}

async function compared(
  before: SideContent,
  given: SideContent | undefined,
  { known, chosen, language }: DiffRequest,
  progress: Progress,
): Promise<DiffReport> {
  // With it comes all of cdk8s, which nobody waits for who compares two states that are there.
  const fresh =
    given === undefined
      ? (await import('./fresh-synth.ts')).freshSynth(chosen?.name, WORDS.freshSynth[language])
      : undefined;
  const after = given ?? fresh?.content;
  if (after === undefined) throw new RangeError('there is no other side');
  const { sets, remarks } = comparedSets({ before, after }, known, chosen);
  const refusals = fresh?.refusals.filter(({ environment }) => sets.some((set) => set.environment === environment));
  return {
    before: before.label,
    after: after.label,
    sets: sets.map((set) => setDiff(set, progress)),
    remarks: [...remarks, ...(refusals ?? []).map(({ text }) => text)],
  };
}

function rendered(report: DiffReport, { output, language }: DiffRequest, terminal: Terminal): string {
  switch (output) {
    case 'json':
      return diffJson(report);
    case 'markdown':
      return diffMarkdown(report, language);
    default:
      return diffText(report, { language, colours: hasColours(terminal) });
  }
}
