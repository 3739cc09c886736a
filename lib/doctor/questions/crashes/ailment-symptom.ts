import type { Text } from '../../../text';
import type { Severity, Symptom } from '../../judge/finding';
import { eventEvidence } from '../reading/evidence';
import { containerText } from './ailing-containers';
import type { ExplainedContainer } from './explained-containers';
import { shownLine } from './log-lines';

/** What a question adds to what is known of a container that is not well. */
export interface AilmentFacts {
  /** What is wrong, to stand after a colon. */
  readonly wrong: Text;
  readonly remedy: Text;
  /** Below the container; with a leading `/`, below the Pod's spec. @default the container itself */
  readonly field?: string;
  /** What shows it best; the status of the container and its last lines follow. */
  readonly evidence?: readonly string[];
  /** @default that of the container: a warning where it runs again */
  readonly severity?: Severity;
}

const SHOWN_LINES = 3;

/** Returns the symptom of a container that is not well. */
export function ailmentSymptom(one: ExplainedContainer, facts: AilmentFacts): Symptom {
  const { wrong, remedy, field, evidence = [], severity = one.severity } = facts;
  const how = howText(one);
  return {
    object: one.id,
    cause: { en: `${how.en}: ${wrong.en}`, zh: `${how.zh}：${wrong.zh}` },
    evidence: [...new Set([...evidence, one.statusText, ...probeEvidence(one), ...lastWords(one, evidence)])],
    remedy,
    property: propertyOf(one, field),
    severity,
  };
}

/** Returns how a container is not well: `container web ends with exit code 1 (7 restarts)`. */
export function howText(one: ExplainedContainer): Text {
  const { run, restarts, severity } = one;
  const subject = containerText(one);
  if (run === undefined) {
    return { en: `${subject.en} runs and is not ready`, zh: `${subject.zh} 在运行但未就绪` };
  }
  const code = run.exitCode;
  const times = { en: `${restarts} ${restarts === 1 ? 'restart' : 'restarts'}`, zh: `已重启 ${restarts} 次` };
  const en = code === undefined ? '' : ` with exit code ${code}`;
  const zh = code === undefined ? times.zh : `退出码 ${code}，${times.zh}`;
  return severity === 'warning'
    ? { en: `${subject.en} ended${en} and runs again (${times.en})`, zh: `${subject.zh} 曾退出，现又在运行（${zh}）` }
    : { en: `${subject.en} ends${en} (${times.en})`, zh: `${subject.zh} 反复退出（${zh}）` };
}

/** Returns the path of a field, as a property of the workload. */
export function propertyOf({ path, podPath }: ExplainedContainer, field: string | undefined): string {
  if (field === undefined) return path;
  return field.startsWith('/') ? `${podPath}.${field.slice(1)}` : `${path}.${field}`;
}

/** Returns the last lines of a log as evidence. */
export function logEvidence(lines: readonly string[], count: number): readonly string[] {
  return lines.slice(-count).map((line) => `log: ${shownLine(line)}`);
}

function lastWords({ lines }: ExplainedContainer, shown: readonly string[]): readonly string[] {
  return shown.some((line) => line.startsWith('log: ')) ? [] : logEvidence(lines, SHOWN_LINES);
}

function probeEvidence({ pod, probes: { killing } }: ExplainedContainer): readonly string[] {
  return killing === undefined ? [] : [eventEvidence(pod, killing)];
}
