import type { Language } from '../../../text';
import type { Finding } from '../../../validation/rule';
import type { RuleReport } from '../../../validation/run-rules';
import { rulesByReason } from '../page/rules-by-reason';
import { WORDS } from '../page/words';
import { markdownTable } from './markdown-table';

/** Returns what the rules find, what is acknowledged, and what was not asked. */
export function findingsMarkdown({ findings, acknowledged, notRun }: RuleReport, language: Language): string {
  return [
    findings.length === 0 ? WORDS.noFindings[language] : findingTable(findings, language),
    `**${WORDS.acknowledgements[language]}**`,
    acknowledged.length === 0
      ? WORDS.noAcknowledgements[language]
      : markdownTable(
          [
            { title: WORDS.rule[language], cell: ({ finding }) => finding.rule },
            { title: WORDS.object[language], cell: ({ finding }) => place(finding) },
            { title: WORDS.problem[language], cell: ({ finding }) => finding.message },
            { title: WORDS.reason[language], cell: ({ reason }) => reason },
          ],
          acknowledged,
        ),
    `**${WORDS.notRun[language]}**`,
    notRun.length === 0
      ? WORDS.everythingAsked[language]
      : markdownTable(
          [
            { title: WORDS.reason[language], cell: ([reason]) => reason },
            { title: WORDS.rule[language], cell: ([, rules]) => rules.join(', ') },
          ],
          [...rulesByReason(notRun)],
        ),
  ].join('\n\n');
}

function findingTable(findings: readonly Finding[], language: Language): string {
  return markdownTable(
    [
      { title: WORDS.severity[language], cell: ({ severity }) => WORDS[severity][language] },
      { title: WORDS.rule[language], cell: ({ rule }) => rule },
      { title: WORDS.object[language], cell: place },
      {
        title: WORDS.problem[language],
        cell: ({ message, detail }) => (detail === undefined ? message : [message, detail]),
      },
      { title: WORDS.remedy[language], cell: ({ remedy }) => remedy },
    ],
    findings,
  );
}

function place({ object, field }: Finding): string | readonly string[] {
  return field === '' ? object : [object, field];
}
