import type { Unread } from '../../lib/manifests/manifest-files';
import { capacityTable } from '../../lib/validation/report/capacity-table';
import type { CheckReport } from '../../lib/validation/report/check-report';
import { findingText } from '../../lib/validation/finding-text';
import type { Finding, Severity } from '../../lib/validation/rule';
import type { RuleNotRun } from '../../lib/validation/run-rules';

/** How a report looks. */
export interface TextStyle {
  /** Whether severities are coloured. */
  readonly colours: boolean;
}

const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33' };

/**
 * Returns the report for a person: findings, what is acknowledged, what is not established, then use against allowance
 * and the sum of it all.
 *
 * @param objects how many were checked
 */
export function reportText(
  report: CheckReport,
  unread: readonly Unread[],
  objects: number,
  { colours }: TextStyle,
): string {
  const { sets, findings, acknowledged, notRun } = report;
  const parts = [
    ...findings.map((finding) => inColour(findingInFile(finding), finding.severity, colours)),
    lines(acknowledged.map(({ finding, reason }) => `acknowledged ${finding.rule} ${finding.object}: ${reason}`)),
    lines(notRunLines(notRun)),
    lines(unread.map(({ file, reason }) => `not read ${file}: ${reason}`)),
    ...(objects === 0 ? [] : sets.map(capacityTable)),
    summary(report, unread, objects),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Adds the file, which no reader can guess where the object is not one of this program. */
function findingInFile(finding: Finding): string {
  return finding.file === '' ? findingText(finding) : `${findingText(finding)}\n  in: ${finding.file}`;
}

function inColour(text: string, severity: Severity, colours: boolean): string {
  return colours ? text.replace(severity, `\u001B[${COLOURS[severity]}m${severity}\u001B[0m`) : text;
}

/** One line for each reason, since most rules lack the same. */
function notRunLines(notRun: readonly RuleNotRun[]): readonly string[] {
  const reasons = [...new Set(notRun.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const rules = notRun.filter((entry) => entry.reason === reason).map(({ rule }) => rule);
    return `not run ${rules.join(', ')}: ${reason}`;
  });
}

function summary({ findings, notRun }: CheckReport, unread: readonly Unread[], objects: number): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const parts = [
    counted(errors, 'error'),
    counted(findings.length - errors, 'warning'),
    ...(notRun.length === 0 ? [] : [`${counted(notRun.length, 'rule')} not run`]),
    ...(unread.length === 0 ? [] : [`${counted(unread.length, 'place')} not read`]),
  ];
  return `checked ${counted(objects, 'object')}: ${parts.join(', ')}`;
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
