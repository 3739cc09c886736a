import type { ArchitectureGraph } from '../report-model';
import { both } from './bilingual';
import { namedConnections } from './connections';
import type { NamedConnection, Peer } from './connections';
import { dataTable } from './data-table';
import type { EnvironmentPage } from './environment-page';
import { figure, folded } from './figure';
import { markup } from './markup';
import type { Markup } from './markup';
import { portsText } from './ports-text';
import { stackTitle, WORDS } from './words';

/** Returns the picture of each stack, with its connections as a table. */
export function architecture(page: EnvironmentPage): Markup {
  const { report, pictures } = page;
  return markup`<p>${both(WORDS.architectureLead)}</p>
${report.graphs.map((graph, index) => {
  const picture = pictures.architecture[index];
  const title = stackTitle(graph.stack);
  return picture === undefined ? undefined : figure(picture, { title, alternative: connectionsTable(graph, page) });
})}`;
}

function connectionsTable(graph: ArchitectureGraph, page: EnvironmentPage): Markup {
  const rows = namedConnections(graph);
  if (rows.length === 0) return markup`<p>${both(WORDS.noConnections)}</p>`;
  const table = dataTable<NamedConnection>({
    caption: {
      en: `${WORDS.connections.en}: ${stackTitle(graph.stack).en}`,
      zh: `${WORDS.connections.zh}：${stackTitle(graph.stack).zh}`,
    },
    columns: [
      { id: 'from', title: WORDS.from, headsRow: true, cell: ({ from }) => peerLink(from, page) },
      { id: 'to', title: WORDS.to, cell: ({ to }) => peerLink(to, page) },
      { id: 'ports', title: WORDS.ports, cell: ({ ports }) => portsText(ports) },
    ],
    rows,
  });
  return folded(markup`${both(WORDS.connectionsTable)} (${rows.length})`, table);
}

/** Returns the name of a node, with a link where the page tells of it. */
export function peerLink({ id, label, words }: Omit<Peer, 'ports'>, { anchors }: EnvironmentPage): Markup {
  const anchor = anchors.get(id);
  const name = words === undefined ? markup`${label}` : both(words);
  return anchor === undefined ? name : markup`<a href="#${anchor}">${name}</a>`;
}
