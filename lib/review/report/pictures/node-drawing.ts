import { detailText, FONT, TEXT_START, textRoom } from '../layout/node-size';
import type { LaidOutNode } from '../layout/laid-out-graph';
import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import { anchorOf } from './anchor';
import type { PictureOptions } from './picture-options';
import { paint } from './picture-style';
import { ROLE_WORDS } from './picture-words';
import { roleIcon } from './role-icon';
import { roundBox, textLine } from './svg-parts';

/** Returns the drawing of a node: in a page, a link to its section there. */
export function nodeDrawing({ node, ...box }: LaidOutNode, { language, embedded = false }: PictureOptions): Markup {
  const { x, y, width, height } = box;
  const { id, role } = node;
  const label = node.words?.[language] ?? node.label;
  const detail = detailText(node.detail, node.foreignStack);
  const [room, text] = [textRoom(width), x + TEXT_START];
  const dashes = role === 'outside' ? '5 4' : node.foreignStack === undefined ? undefined : '2 3';
  const drawing = markup`<title>${role === 'outside' ? label : id} (${ROLE_WORDS[role][language]})${detail === '' ? '' : `\n${detail}`}</title>
${roundBox({ ...box, fill: 'card', stroke: 'line', classes: 'p-card', ...(dashes === undefined ? {} : { dashes }) })}
<path d="M${x + 8} ${y}h-1a7 7 0 0 0 -7 7v${height - 14}a7 7 0 0 0 7 7h1a3 3 0 0 1 -3 -3v-${height - 6}a3 3 0 0 1 3 -3z" ${paint({ fill: role })}/>
${roleIcon(role, x + 13, y + height / 2 - 10)}
${textLine({ x: text, y: y + (detail === '' ? height / 2 + 5 : 22), text: label, size: FONT.label, room, bold: true })}
${detail === '' ? undefined : textLine({ x: text, y: y + 40, text: detail, size: FONT.detail, room, colour: 'quiet' })}`;
  const group = markup`<g data-node="${id}" data-role="${role}">${drawing}</g>`;
  // Those who read with the keyboard or by ear have the same links in the tables.
  return embedded && role !== 'outside' ? markup`<a href="#${anchorOf(id)}" tabindex="-1">${group}</a>` : group;
}
