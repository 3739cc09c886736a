import type { Language, Text } from '../../../text';
import { countedResources } from '../../../validation/quantities/counted-resources';
import { amountsText, cloudText, percentText } from '../page/amounts';
import { podCounts } from '../page/placement';
import { useRows } from '../page/quota';
import { lostVmText, stackTitle, vmText, WORDS } from '../page/words';
import type { EnvironmentReport, ReportModel } from '../report-model';
import { findingsMarkdown } from './findings-markdown';
import { markdownTable } from './markdown-table';
import { markdownText } from './markdown-text';
import { mermaidGraph } from './mermaid-graph';
import { workloadsMarkdown } from './workloads-markdown';

/** Returns the report as Markdown: the tables, and the architecture as graphs that Mermaid draws. */
export function reportMarkdown({ environments }: ReportModel, language: Language): string {
  const parts = [`# ${WORDS.title[language]}`, ...environments.flatMap((each) => environmentParts(each, language))];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function environmentParts(report: EnvironmentReport, language: Language): readonly string[] {
  const title = (text: Text) => `### ${text[language]}`;
  return [
    `## ${markdownText(report.name)}`,
    factsList(report, language),
    title(WORDS.architecture),
    ...report.graphs.flatMap((graph) => [
      `**${markdownText(stackTitle(graph.stack)[language])}**`,
      mermaidGraph(graph, language),
    ]),
    title(WORDS.imagesTitle),
    imagesTable(report, language),
    title(WORDS.placement),
    placementTable(report, language),
    title(WORDS.quota),
    quotaTables(report, language),
    title(WORDS.workloads),
    workloadsMarkdown(report, language),
    title(WORDS.findings),
    findingsMarkdown(report.rules, language),
  ];
}

function factsList({ namespace, cloud }: EnvironmentReport, language: Language): string {
  const facts = [
    namespace === undefined ? [] : [`- ${WORDS.namespace[language]}: ${markdownText(namespace)}`],
    cloud === undefined ? [] : [`- ${WORDS.cloud[language]}: ${cloudText(cloud)}`],
  ];
  return facts.flat().join('\n');
}

function imagesTable({ images }: EnvironmentReport, language: Language): string {
  return markdownTable(
    [
      { title: WORDS.image[language], cell: ({ image }) => image },
      { title: WORDS.versions[language], cell: ({ versions }) => versions },
      { title: WORDS.containers[language], cell: ({ containers }) => containers },
    ],
    images,
  );
}

function placementTable({ placements, cloud }: EnvironmentReport, language: Language): string {
  if (cloud === undefined) return WORDS.cloudUnknown[language];
  if (placements.length === 0) return WORDS.placementUnknown[language];
  const rows = placements.flatMap(({ lostVm, vms, homeless }) => {
    const name = (lostVm === undefined ? WORDS.allVms : lostVmText(lostVm))[language];
    const without = homeless.length === 0 ? [WORDS.everyPodHasRoom[language]] : podCounts(homeless);
    return [
      ...vms.map(({ vm, used, pods }) => [name, vmText(vm)[language], amountsText(used), podCounts(pods).join(', ')]),
      [name, WORDS.homeless[language], '', without.join(', ')],
    ];
  });
  const titles = [WORDS.case, WORDS.vm, WORDS.used, WORDS.pods];
  return markdownTable(
    titles.map((title, index) => ({ title: title[language], cell: (row: readonly string[]) => row[index] ?? '' })),
    rows,
  );
}

function quotaTables({ quota }: EnvironmentReport, language: Language): string {
  if (quota === undefined) return WORDS.cloudUnknown[language];
  const { requestsAllowed, limitsAllowed, files } = quota.use;
  const requests = useRows(quota).map(({ title, used }) => ({ name: title[language], used, allowed: requestsAllowed }));
  const limits = [...files].map(([name, { limits }]) => ({ name, used: limits, allowed: limitsAllowed }));
  return [[WORDS.requests, WORDS.case, requests] as const, [WORDS.limitsOfFiles, WORDS.file, limits] as const]
    .map(([title, first, rows]) =>
      [
        `**${title[language]}**`,
        markdownTable<(typeof rows)[number]>(
          [
            { title: first[language], cell: ({ name }) => name },
            ...countedResources.map(({ name, amount, format }) => ({
              title: name === 'cpu' ? 'CPU' : WORDS.memory[language],
              isNumber: true,
              cell: ({ used, allowed }: (typeof rows)[number]) =>
                `${format(used[amount])} / ${format(allowed[amount])} (${percentText(used[amount], allowed[amount])})`,
            })),
          ],
          rows,
        ),
      ].join('\n\n'),
    )
    .join('\n\n');
}
