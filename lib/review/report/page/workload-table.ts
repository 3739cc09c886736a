import { countedResources } from '../../../validation/quantities/counted-resources';
import { formatCpu, formatMemory } from '../../../validation/quantities/quantity-format';
import type { WorkloadReport } from '../report-model';
import { peerLink } from './architecture';
import { attributeInBoth, both } from './bilingual';
import { dataTable } from './data-table';
import type { Column } from './data-table';
import type { EnvironmentPage } from './environment-page';
import { shortImages } from './short-images';
import { breakable, items } from './items';
import { markup } from './markup';
import type { Markup } from './markup';
import { WORDS } from './words';

/** Returns the table of workloads, with a field to search it. */
export function workloadTable(page: EnvironmentPage): Markup {
  const { report, prefix } = page;
  const id = `${prefix}-table`;
  return markup`<div class="search script" hidden role="search">
<label for="${prefix}-search">${both(WORDS.search)}</label>
<input type="search" id="${prefix}-search" data-table="${id}" autocomplete="off" spellcheck="false" aria-keyshortcuts="/" aria-controls="${id}" ${attributeInBoth('placeholder', WORDS.searchHint)}>
<kbd aria-hidden="true">/</kbd>
<p role="status" aria-live="polite" data-status="${id}"></p>
</div>
${dataTable({ caption: WORDS.workloads, columns: columnsOf(page), rows: report.workloads, sortable: true, id })}
<p class="no-match" hidden data-no-match="${id}">${both(WORDS.noMatch)}</p>`;
}

function columnsOf(page: EnvironmentPage): readonly Column<WorkloadReport>[] {
  return [
    {
      id: 'workload',
      title: WORDS.workload,
      headsRow: true,
      cell: ({ id, name }) => peerLink({ id, label: name }, page),
    },
    { id: 'kind', title: WORDS.kind, cell: ({ kind }) => kind },
    { id: 'stack', title: WORDS.stack, cell: ({ stack }) => stack },
    { id: 'image', title: WORDS.imageVersion, cell: (workload) => items(shortImages(workload).map(breakable)) },
    { id: 'replicas', title: WORDS.replicas, value: ({ replicas }) => replicas, cell: ({ replicas }) => replicas },
    ...amountColumns('requests'),
    ...amountColumns('limits'),
    {
      id: 'storage',
      title: WORDS.storage,
      value: storageBytes,
      cell: ({ storage }) => items(storage.map(({ size }) => size)),
    },
    { id: 'schedule', title: WORDS.schedule, cell: ({ schedule }) => schedule },
    { id: 'endpoints', title: WORDS.endpoints, isWide: true, cell: ({ endpoints }) => items(endpoints.map(breakable)) },
    { id: 'file', title: WORDS.file, cell: ({ file }) => breakable(file) },
    { id: 'source', title: WORDS.source, isWide: true, cell: ({ sources }) => items(sources.map(breakable)) },
  ];
}

function amountColumns(what: 'requests' | 'limits'): readonly Column<WorkloadReport>[] {
  const [cpu, memory] =
    what === 'requests' ? [WORDS.requestsCpu, WORDS.requestsMemory] : [WORDS.limitsCpu, WORDS.limitsMemory];
  return [
    {
      id: `cpu-${what}`,
      title: cpu,
      value: (workload) => workload[what].cpuMillis,
      cell: (workload) => formatCpu(workload[what].cpuMillis),
    },
    {
      id: `memory-${what}`,
      title: memory,
      value: (workload) => workload[what].memoryBytes,
      cell: (workload) => formatMemory(workload[what].memoryBytes),
    },
  ];
}

const [, memory] = countedResources;

/** Claims are counted in the same units as memory. */
function storageBytes({ storage }: WorkloadReport): number {
  return storage.reduce((sum, { size }) => sum + (memory.tryParse(size) ?? 0), 0);
}
