import { addToList } from '../../../validation/add-to-list';
import { FONT } from '../layout/node-size';
import type { LaidOutEdge, LaidOutGraph, LaidOutGroup, LaidOutLabel, LaidOutNode } from '../layout/laid-out-graph';
import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import { arrowPoints, roundedPath } from './edge-path';
import { legend } from './legend';
import { nodeDrawing } from './node-drawing';
import { picture } from './picture';
import type { PictureOptions } from './picture-options';
import type { ColourName } from './picture-colours';
import { paint } from './picture-style';
import { ROLES } from './picture-words';
import { roundBox, textLine } from './svg-parts';

/**
 * Draws who talks to whom as SVG. Each node has `data-node` with its id, and in a page is a link to `#<anchorOf(id)>`;
 * each edge has `data-edge-from` and `data-edge-to`, each label of ports `data-label`, each frame `data-group`.
 */
export function architectureSvg(graph: LaidOutGraph, options: PictureOptions): string {
  const { language } = options;
  const roles = ROLES.filter((role) => graph.nodes.some(({ node }) => node.role === role));
  const key = legend(roles, graph.width, graph.height, language);
  const byWay = waysOf(graph.edges);
  const colours = lineColours(graph.nodes);
  return picture(
    {
      width: graph.width,
      height: graph.height + key.height,
      title: title(graph, language),
      description: description(graph, language),
      content: markup`${graph.groups.map(groupDrawing)}
${byWay.map((edges) => edgesDrawing(edges, colours))}
${graph.labels.map(labelDrawing)}
${graph.nodes.map((node) => nodeDrawing(node, options))}
${key.drawing}`,
    },
    options,
  );
}

function title({ stack }: LaidOutGraph, language: PictureOptions['language']): string {
  if (language === 'zh') return stack === '' ? '部署架构' : `${stack} 部署架构`;
  return stack === '' ? 'Architecture' : `Architecture of ${stack}`;
}

function description({ nodes, edges }: LaidOutGraph, language: PictureOptions['language']): string {
  const outside = nodes.filter(({ node }) => node.role === 'outside').length;
  const workloads = nodes.length - outside;
  return language === 'zh'
    ? `${workloads} 个工作负载、${outside} 个外部系统以及它们之间的 ${edges.length} 条连接；页面的表格列出同样的内容。`
    : `${workloads} workloads, ${outside} outside systems and ${edges.length} connections between them; the tables of the report say the same.`;
}

function groupDrawing({ id, title: text, kind, ...box }: LaidOutGroup): Markup {
  const isStack = kind === 'stack';
  const x = box.x + (isStack ? 20 : 12);
  return markup`<g data-group="${id}">
${roundBox({ ...box, fill: isStack ? 'frame' : 'card', stroke: isStack ? 'faint' : 'line', radius: isStack ? 14 : 10 })}
${textLine({ x, y: box.y + (isStack ? 23 : 18), text, size: isStack ? FONT.title : FONT.detail, room: box.width - 24, bold: true, colour: isStack ? 'ink' : 'quiet' })}</g>`;
}

/** Returns the colour of the lines to each node: that of its role, another one for every second store. */
function lineColours(nodes: readonly LaidOutNode[]): ReadonlyMap<string, ColourName> {
  const stores = nodes
    .filter(({ node }) => node.role === 'store')
    .sort((one, other) => one.y - other.y || one.x - other.x);
  const others = new Set(stores.filter((_, index) => index % 2 === 1).map(({ node }) => node.id));
  return new Map(nodes.map(({ node }) => [node.id, others.has(node.id) ? 'other' : node.role]));
}

function waysOf(edges: readonly LaidOutEdge[]): readonly (readonly LaidOutEdge[])[] {
  const byWay = new Map<string, LaidOutEdge[]>();
  for (const edge of edges) {
    addToList(byWay, edge.way, edge);
  }
  return [...byWay.values()];
}

/** Draws edges that come together: first what keeps them apart from lines below, so that crossings are seen as such. */
function edgesDrawing(edges: readonly LaidOutEdge[], colours: ReadonlyMap<string, ColourName>): Markup {
  const first = edges.find(({ isReturn }) => !isReturn) ?? edges[0];
  const colour = colours.get(first?.edge.to ?? '') ?? 'service';
  const paths = [...new Set(edges.filter(({ isReturn }) => !isReturn).map(({ points }) => roundedPath(points)))];
  return markup`${paths.map((path) => markup`<path d="${path}" stroke-width="5" ${paint({ stroke: 'frame' })}/>\n`)}${edges.map(
    ({
      edge,
      points,
    }) => markup`<g data-edge-from="${edge.from}" data-edge-to="${edge.to}"><title>${edge.from} → ${edge.to}${edge.ports.length === 0 ? '' : `: ${edge.ports.join(', ')}`}</title>
<path d="${roundedPath(points)}" stroke-width="1.6" ${paint({ stroke: colour })}/><polygon points="${arrowPoints(points)}" ${paint({ fill: colour })}/></g>
`,
  )}`;
}

function labelDrawing({ lines, text, ...box }: LaidOutLabel): Markup {
  const middle = box.x + box.width / 2;
  return markup`<g data-label="${text}"><title>${text}</title>
${roundBox({ ...box, fill: 'card', stroke: 'faint', radius: 6 })}
${lines.map((line, index) => textLine({ x: middle, y: box.y + 15.5 + index * 16, text: line, size: FONT.port, anchor: 'middle' }))}</g>
`;
}
