import type { FileUse } from '../../../validation/capacity/capacity-use';
import { countedResources } from '../../../validation/quantities/counted-resources';
import type { CountedResource } from '../../../validation/quantities/counted-resources';
import type { ResourceAmounts } from '../../../validation/quantities/resource-amounts';
import type { Text } from '../../../text';
import type { QuotaReport } from '../report-model';
import { percentText } from './amounts';
import { both } from './bilingual';
import { dataTable } from './data-table';
import type { Column } from './data-table';
import type { EnvironmentPage } from './environment-page';
import { figure, folded } from './figure';
import { breakable } from './items';
import { markup } from './markup';
import type { Markup } from './markup';
import { WORDS } from './words';

/** Returns the use of the quota: as bars, and as tables. */
export function quota({ report, pictures }: EnvironmentPage): Markup {
  if (report.quota === undefined || pictures.quota === undefined) return markup`<p>${both(WORDS.cloudUnknown)}</p>`;
  const tables = markup`${useTable(report.quota)}${filesTable(report.quota)}`;
  return figure(pictures.quota, {
    title: WORDS.quota,
    alternative: folded(both(WORDS.quotaTable), tables),
    isHeaded: true,
  });
}

/** What is asked of the VMs in one case. */
export interface UseRow {
  readonly title: Text;
  readonly used: ResourceAmounts;
}

/** Returns what is asked of the VMs: steadily, in a rollout, and when all comes together. */
export function useRows({ use, rolloutPeak, peakAllAtOnce }: QuotaReport): readonly UseRow[] {
  return [
    { title: WORDS.requestsOfAll, used: use.requests },
    { title: WORDS.rolloutPeak, used: rolloutPeak },
    { title: WORDS.peakAllAtOnce, used: peakAllAtOnce },
  ];
}

function useTable({ use, ...peaks }: QuotaReport): Markup {
  return dataTable<UseRow>({
    caption: WORDS.requests,
    columns: [
      { id: 'case', title: WORDS.case, headsRow: true, cell: ({ title }) => both(title) },
      ...countedResources.flatMap((resource) => useColumns(resource, use.requestsAllowed, ({ used }: UseRow) => used)),
    ],
    rows: useRows({ use, ...peaks }),
  });
}

function filesTable({ use }: QuotaReport): Markup {
  return dataTable<readonly [string, FileUse]>({
    caption: WORDS.limitsOfFiles,
    columns: [
      { id: 'file', title: WORDS.file, headsRow: true, cell: ([file]) => breakable(file) },
      ...countedResources.flatMap((resource) =>
        useColumns(resource, use.limitsAllowed, ([, { limits }]: readonly [string, FileUse]) => limits),
      ),
    ],
    rows: [...use.files],
  });
}

function useColumns<Row>(
  { name, amount, format }: CountedResource,
  allowed: ResourceAmounts,
  used: (row: Row) => ResourceAmounts,
): readonly Column<Row>[] {
  const resource = { cpu: { en: 'CPU', zh: 'CPU' }, memory: { en: 'Memory', zh: '内存' } }[name];
  const title = (text: Text): Text => ({
    en: `${resource.en}, ${text.en.toLowerCase()}`,
    zh: `${resource.zh}（${text.zh}）`,
  });
  const value = (row: Row) => used(row)[amount];
  return [
    { id: name, title: title(WORDS.used), value, cell: (row) => format(value(row)) },
    {
      id: `${name}-allowed`,
      title: title(WORDS.allowed),
      value: () => allowed[amount],
      cell: () => format(allowed[amount]),
    },
    { id: `${name}-share`, title: title(WORDS.share), value, cell: (row) => percentText(value(row), allowed[amount]) },
  ];
}
