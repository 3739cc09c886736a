import type { Language } from '../../../text';
import { amountsText } from '../page/amounts';
import { shortImages } from '../page/short-images';
import { WORDS } from '../page/words';
import type { EnvironmentReport } from '../report-model';
import { markdownTable } from './markdown-table';

/** Returns the table of workloads. */
export function workloadsMarkdown({ workloads }: EnvironmentReport, language: Language): string {
  return markdownTable(
    [
      { title: WORDS.workload[language], cell: ({ name }) => name },
      { title: WORDS.kind[language], cell: ({ kind }) => kind },
      { title: WORDS.imageVersion[language], cell: (workload) => shortImages(workload) },
      { title: WORDS.replicas[language], isNumber: true, cell: ({ replicas }) => String(replicas) },
      { title: WORDS.requests[language], cell: ({ requests }) => amountsText(requests) },
      { title: WORDS.limits[language], cell: ({ limits }) => amountsText(limits) },
      { title: WORDS.storage[language], cell: ({ storage }) => storage.map(({ claim, size }) => `${claim} ${size}`) },
      { title: WORDS.schedule[language], cell: ({ schedule = '' }) => schedule },
      { title: WORDS.endpoints[language], cell: ({ endpoints }) => endpoints },
      { title: WORDS.file[language], cell: ({ file }) => file },
      { title: WORDS.source[language], cell: ({ sources }) => sources },
    ],
    workloads,
  );
}
