import { addToList } from '../../validation/add-to-list';
import { visibleLine } from '../../visible-text';
import type { Diagnosis } from '../judge/diagnose';
import type { DoctorFinding, Unanswered } from '../judge/finding';
import { findingLines, objectsLine } from './finding-lines';
import type { TextStyle } from './finding-lines';
import { quotaLines } from './quota-lines';
import { COUNTS, NOT_ESTABLISHED, VERDICTS } from './report-words';

/** What was looked at. */
export interface Looked {
  readonly namespace: string;
  readonly workloads: number;
  readonly pods: number;
}

/** Findings of one question that are told in full where they differ; the rest of them in a line. */
const MOST_ALIKE = 5;

const MOST_OBJECTS = 20;

const COLOURS = { healthy: '1;32', problems: '1;31', unknown: '1;33' } as const;

/**
 * Returns a diagnosis for a person under pressure: the verdict in the first line, the causes by their weight, what was
 * not looked at, and the quotas.
 */
export function reportText(diagnosis: Diagnosis, looked: Looked, style: TextStyle): string {
  const { findings, unknown, quotas } = diagnosis;
  const parts = [
    [verdictLine(diagnosis, looked, style)],
    ...findingParts(findings, style),
    unknown.length === 0 ? [] : [NOT_ESTABLISHED[style.language], ...unknownLines(unknown)],
    ...quotas.map((quota) => quotaLines(quota, style)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictLine({ verdict, findings, unknown }: Diagnosis, looked: Looked, style: TextStyle): string {
  const { language, colours } = style;
  const word = VERDICTS[verdict][language];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const parts = [
    COUNTS.causes(errors, findings.length - errors)[language],
    COUNTS.seen(looked.workloads, looked.pods)[language],
    unknown.length === 0 ? '' : COUNTS.unknown(unknown.length)[language],
  ].filter((part) => part !== '');
  const coloured = colours ? `\u001B[${COLOURS[verdict]}m${word}\u001B[0m` : word;
  return `${coloured} ${visibleLine(looked.namespace)}${language === 'zh' ? '：' : ': '}${parts.join(language === 'zh' ? '；' : '; ')}`;
}

function findingParts(findings: readonly DoctorFinding[], style: TextStyle): readonly (readonly string[])[] {
  const groups = alikeGroups(findings);
  const parts: (readonly string[])[] = [];
  const rest = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const [first, ...others] of groups) {
    if (first === undefined) continue;
    const count = (counts.get(first.id) ?? 0) + 1;
    counts.set(first.id, count);
    const objects = others.map(({ object }) => object);
    if (count <= MOST_ALIKE) parts.push(findingLines(first, objects, parts.length + 1, style));
    else for (const object of [first.object, ...objects]) addToList(rest, first.id, object);
  }
  for (const [id, objects] of rest) {
    const title = COUNTS.alike(objects.length, id)[style.language];
    parts.push([`${title} ${objectsLine(objects, MOST_OBJECTS, style)}`]);
  }
  return parts;
}

/** Findings that say the same of several objects, together: a class that is not there is one matter, not six. */
function alikeGroups(findings: readonly DoctorFinding[]): readonly (readonly DoctorFinding[])[] {
  const groups = new Map<string, DoctorFinding[]>();
  for (const finding of findings) {
    const key = [finding.id, finding.severity, finding.cause.en, finding.remedy.en].join('\n');
    addToList(groups, key, finding);
  }
  return [...groups.values()];
}

/** One line for each reason, since one kind that may not be read leaves several questions open. */
function unknownLines(unknown: readonly Unanswered[]): readonly string[] {
  const questions = new Map<string, string[]>();
  for (const { question, reason } of unknown) {
    addToList(questions, reason, question);
  }
  return [...questions].map(
    ([reason, asked]) => `  ${visibleLine([...new Set(asked)].join(', '))}: ${visibleLine(reason)}`,
  );
}
