import { FONT } from '../layout/node-size';
import type { Language } from '../../../text';
import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import type { GraphNode } from '../report-model';
import { ROLE_WORDS } from './picture-words';
import { roleIcon } from './role-icon';
import { textLine } from './svg-parts';
import { textWidth } from './text-width';

const ROW = 28;
const MARGIN = 24;

/** Returns what the signs of the roles mean, in rows below a picture of this width. */
export function legend(
  roles: readonly GraphNode['role'][],
  width: number,
  top: number,
  language: Language,
): { readonly drawing: Markup; readonly height: number } {
  let [x, y] = [MARGIN, top];
  const items = roles.map((role) => {
    const text = ROLE_WORDS[role][language];
    const needed = 26 + textWidth(text, FONT.detail) + 22;
    if (x > MARGIN && x + needed > width) [x, y] = [MARGIN, y + ROW];
    const item = markup`${roleIcon(role, x, y)}${textLine({ x: x + 26, y: y + 14, text, size: FONT.detail, colour: 'quiet' })}\n`;
    x += needed;
    return item;
  });
  return {
    drawing: markup`<g data-legend="">${items}</g>`,
    height: roles.length === 0 ? 0 : y - top + ROW + MARGIN / 2,
  };
}
