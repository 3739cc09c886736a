import type { Unread } from '../../lib/manifests/manifest-files';
import type { CheckReport } from '../../lib/validation/report/check-report';

/** Returns the report for another program: one JSON object, the same bytes for the same input. */
export function reportJson(report: CheckReport, unread: readonly Unread[]): string {
  const { sets, workloads, findings, notRun } = report;
  const content = { capacity: sets.map(({ capacity }) => capacity), workloads, findings, notRun, unread };
  return `${JSON.stringify(content, null, 2)}\n`;
}
