import { allQuestions } from '../../lib/doctor/all-questions';
import { Cluster } from '../../lib/doctor/cluster/cluster';
import type { Expected } from '../../lib/doctor/cluster/expected';
import { diagnose } from '../../lib/doctor/judge/diagnose';
import type { Verdict } from '../../lib/doctor/judge/diagnose';
import { limitToWorkloads, tryWorkloadOf, workloadNames } from '../../lib/doctor/judge/limit-to-workloads';
import { CouldNotLook } from '../../lib/doctor/load/could-not-look';
import { saveReading } from '../../lib/doctor/load/save-reading';
import { reportJson, unreadJson } from '../../lib/doctor/report/report-json';
import { reportText } from '../../lib/doctor/report/report-text';
import { grouped } from '../../lib/progress';
import { visibleText, visibleLine } from '../../lib/visible-text';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import { spawnProgram } from '../../lib/delivery/svn/spawn-program';
import type { Language, Text } from '../../lib/text';
import { workloadsAmong } from '../../lib/validation/pods/pods';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { languageOf } from '../language';
import { withProgress } from '../progress';
import type { WatchedTerminal } from '../progress';
import type { Terminal } from '../terminal';
import { unknownName } from '../usage-error';
import { expectedObjects, inNamespace } from './expected-objects';
import { liveCluster } from './live-cluster';
import { doctorRequest } from './read-request';
import type { DoctorRequest } from './read-request';
import { savedCluster } from './saved-cluster';

const EXIT_CODES: Readonly<Record<Verdict, ExitCode>> = {
  healthy: exitCode.fine,
  problems: exitCode.findings,
  unknown: exitCode.couldNotRun,
};

/** The questions about so many take a sixth of a second. */
const MANY_OBJECTS = 5000;

/** Does the work of `znyw doctor`. */
export async function runDoctor(
  input: CommandInput,
  terminal: Terminal,
  run: RunProgram = spawnProgram,
): Promise<ExitCode> {
  const request = doctorRequest(input);
  const language = languageOf(input.tryValue('lang'), terminal.env);
  try {
    return await withProgress(terminal, language, (watched) => examine(request, language, watched, run));
  } catch (error) {
    if (!(error instanceof CouldNotLook)) throw error;
    if (request.output === 'json') terminal.out(visibleText(unreadJson(error.reason, language)));
    terminal.err(notLooked(error, language));
    return exitCode.couldNotRun;
  }
}

async function examine(
  request: DoctorRequest,
  language: Language,
  terminal: WatchedTerminal,
  run: RunProgram,
): Promise<ExitCode> {
  const { expected: published, unanswered } = await expectedObjects(request.environment, terminal.progress);
  const usual = published.environment.namespace;
  const reading =
    request.from === undefined
      ? await liveCluster(request, usual, terminal, run)
      : await savedCluster(request, usual, terminal);
  if (request.save !== undefined) saveReading(request.save, reading);

  const { namespace = '' } = reading;
  const expected = inNamespace(published, namespace);
  const cluster = new Cluster({ ...reading, unanswered: [...unanswered, ...reading.unanswered] });
  const workloads = knownWorkloads(request.workloads, cluster, expected);
  if (reading.objects.length > MANY_OBJECTS) terminal.progress(() => asking(reading.objects.length), true);
  const whole = diagnose(cluster, expected, allQuestions);
  const diagnosis = workloads.length === 0 ? whole : limitToWorkloads(whole, workloads, cluster);

  const looked = { namespace, workloads: workloadCount(cluster), pods: cluster.ofKind('Pod').length };
  const colours = terminal.isTerminal && (terminal.env['NO_COLOR'] ?? '') === '';
  terminal.out(
    request.output === 'json'
      ? visibleText(reportJson(diagnosis, language))
      : reportText(diagnosis, looked, { language, colours }),
  );
  return EXIT_CODES[diagnosis.verdict];
}

/**
 * Returns the workloads that are asked about; the name of a Pod is as good as that of its workload.
 *
 * @throws UsageError for a name that is neither
 */
function knownWorkloads(asked: readonly string[], cluster: Cluster, expected: Expected): readonly string[] {
  const known = workloadNames(cluster, expected);
  return asked.map((name) => {
    const workload = known.includes(name) ? name : tryWorkloadOf(cluster, name);
    if (workload === undefined) throw unknownName('workload', name, known);
    return workload;
  });
}

function asking(objects: number): Text {
  return {
    en: `asking ${allQuestions.length} questions about ${grouped(objects)} objects`,
    zh: `正在就 ${grouped(objects)} 个对象逐一检查 ${allQuestions.length} 个问题`,
  };
}

function workloadCount(cluster: Cluster): number {
  return workloadsAmong(cluster.reading.objects).filter(
    ({ manifest, kind }) => kind !== 'Pod' && cluster.topOwner(manifest) === manifest,
  ).length;
}

function notLooked({ reason, remedy }: CouldNotLook, language: Language): string {
  const [error, fix] = language === 'zh' ? ['错误', '处理'] : ['error', 'to fix'];
  return `${error}: ${visibleLine(reason[language])}\n  ${fix}: ${remedy[language]}\n`;
}
