import type { ContainerReport, WorkloadReport } from '../report-model';
import { amountsText } from './amounts';
import { peerLink } from './architecture';
import { both } from './bilingual';
import type { Peer } from './connections';
import type { EnvironmentPage } from './environment-page';
import { folded } from './figure';
import { breakable, items } from './items';
import { markup } from './markup';
import type { Markup, MarkupValue } from './markup';
import { portsText } from './ports-text';
import { WORDS } from './words';
import type { Text } from '../../../text';

/** Returns a section for each workload: its connections and its YAML. */
export function workloadDetails(page: EnvironmentPage): Markup {
  const toTable = markup`<a class="back" href="#${page.prefix}-workloads">${both(WORDS.toTable)}</a>`;
  return markup`<p>${both(WORDS.detailsLead)}</p>
${page.report.workloads.map((workload) => section(workload, page, toTable))}`;
}

function section(workload: WorkloadReport, page: EnvironmentPage, toTable: Markup): Markup {
  const { id, kind, name, containers, storage, endpoints, sources, yaml, file, requests, limits, replicas } = workload;
  const anchor = page.anchors.get(id);
  const { uses, usedBy } = page.connections.get(id) ?? { uses: [], usedBy: [] };
  return markup`<section class="workload"${anchor === undefined ? undefined : markup` id="${anchor}" tabindex="-1"`}>
<h4>${name} <span class="of">${kind}</span></h4>
<dl>
${entry(WORDS.usedBy, peers(usedBy, page, WORDS.nobody))}
${entry(WORDS.uses, peers(uses, page, WORDS.nothing))}
${entry(WORDS.containers, items(containers.map(container)))}
${entry(WORDS.replicas, replicas)}
${entry(WORDS.requests, amountsText(requests))}
${entry(WORDS.limits, amountsText(limits))}
${storage.length === 0 ? undefined : entry(WORDS.storage, items(storage.map(claim)))}
${workload.schedule === undefined ? undefined : entry(WORDS.schedule, workload.schedule)}
${endpoints.length === 0 ? undefined : entry(WORDS.endpoints, items(endpoints.map(breakable)))}
${sources.length === 0 ? undefined : entry(WORDS.source, items(sources.map(breakable)))}
</dl>
${folded(markup`YAML <span class="of">${file}</span>`, markup`<pre tabindex="0">${yaml}</pre>`, true)}
${toTable}
</section>
`;
}

function entry(title: Text, value: MarkupValue): Markup {
  return markup`<div><dt>${both(title)}</dt><dd>${value}</dd></div>`;
}

function peers(found: readonly Peer[], page: EnvironmentPage, none: Text): MarkupValue {
  if (found.length === 0) return both(none);
  return items(found.map((peer) => markup`${peerLink(peer, page)} ${portsText(peer.ports)}`));
}

function container({ name, image, init }: ContainerReport): Markup {
  return markup`${name}${init ? markup` (${both(WORDS.initContainer)})` : undefined}: <span class="code">${breakable(image)}</span>`;
}

function claim({ claim, size, storageClass }: WorkloadReport['storage'][number]): string {
  return [claim, size, storageClass].filter((part) => part !== '').join(' · ');
}
