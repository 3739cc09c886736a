import type { AcknowledgedFinding, RuleNotRun } from '../../../validation/run-rules';
import type { Finding } from '../../../validation/rule';
import { both } from './bilingual';
import { dataTable } from './data-table';
import type { Column } from './data-table';
import type { EnvironmentPage } from './environment-page';
import { breakable, breakableField } from './items';
import { markup, Markup } from './markup';
import { rulesByReason } from './rules-by-reason';
import { WORDS } from './words';

/** Returns what the rules find, what is acknowledged with which reason, and which rules were not asked. */
export function findings(page: EnvironmentPage): Markup {
  const { rules } = page.report;
  return markup`${rules.findings.length === 0 ? markup`<p class="good">${both(WORDS.noFindings)}</p>` : findingTable(rules.findings, page)}
<h4>${both(WORDS.acknowledgements)}</h4>
${rules.acknowledged.length === 0 ? markup`<p>${both(WORDS.noAcknowledgements)}</p>` : acknowledgedTable(rules.acknowledged, page)}
<h4>${both(WORDS.notRun)}</h4>
${rules.notRun.length === 0 ? markup`<p>${both(WORDS.everythingAsked)}</p>` : notRunTable(rules.notRun)}`;
}

function findingTable(rows: readonly Finding[], page: EnvironmentPage): Markup {
  return dataTable<Finding>({
    caption: WORDS.findings,
    columns: [
      { id: 'rule', title: WORDS.rule, headsRow: true, cell: ruleCell },
      objectColumn((finding) => finding, page),
      { id: 'problem', title: WORDS.problem, isWide: true, cell: problemCell },
      { id: 'remedy', title: WORDS.remedy, isWide: true, cell: ({ remedy }) => english(remedy) },
    ],
    rows,
  });
}

function acknowledgedTable(rows: readonly AcknowledgedFinding[], page: EnvironmentPage): Markup {
  return dataTable<AcknowledgedFinding>({
    caption: WORDS.acknowledgements,
    columns: [
      { id: 'rule', title: WORDS.rule, headsRow: true, cell: ({ finding }) => ruleName(finding.rule) },
      objectColumn(({ finding }) => finding, page),
      { id: 'problem', title: WORDS.problem, isWide: true, cell: ({ finding }) => problemCell(finding) },
      { id: 'reason', title: WORDS.reason, isWide: true, cell: ({ reason }) => reason },
    ],
    rows,
  });
}

function notRunTable(notRun: readonly RuleNotRun[]): Markup {
  const table = dataTable<readonly [string, readonly string[]]>({
    caption: WORDS.notRun,
    columns: [
      { id: 'reason', title: WORDS.reason, headsRow: true, cell: ([reason]) => english(reason) },
      { id: 'rules', title: WORDS.rule, cell: ([, names]) => names.map(separated) },
    ],
    rows: [...rulesByReason(notRun)],
  });
  return markup`<p>${both(WORDS.notRunLead)}</p>${table}`;
}

function separated(rule: string, index: number): Markup {
  return markup`${index === 0 ? undefined : ', '}${ruleName(rule)}`;
}

function objectColumn<Row>(findingOf: (row: Row) => Finding, page: EnvironmentPage): Column<Row> {
  return {
    id: 'object',
    title: WORDS.object,
    isWide: true,
    cell: (row) => {
      const { object, field, file } = findingOf(row);
      const anchor = page.anchors.get(object);
      const name = anchor === undefined ? breakable(object) : markup`<a href="#${anchor}">${breakable(object)}</a>`;
      const under = [breakableField(field), breakable(file)].filter(({ text }) => text !== '');
      return markup`${name}${under.map((line) => markup`<div class="of">${line}</div>`)}`;
    },
  };
}

function ruleCell({ rule, severity }: Finding): Markup {
  return markup`<span class="severity ${new Markup(severity === 'error' ? 'error' : 'warning')}">${both(WORDS[severity])}</span> ${ruleName(rule)}`;
}

function ruleName(rule: string): Markup {
  return markup`<span class="code">${rule}</span>`;
}

function problemCell({ message, detail }: Finding): Markup {
  return markup`${english(message)}${detail === undefined ? undefined : markup`<div class="of" lang="en">${detail}</div>`}`;
}

/** The rules speak English; a screen reader that reads Chinese has to know. */
function english(text: string): Markup {
  return markup`<span lang="en">${text}</span>`;
}
