import { Markup, markup } from '../page/markup';
import type { GraphNode } from '../report-model';
import { paint } from './picture-style';

/** What each role looks like, on 20 by 20 pixels, so that colour is not needed to tell them apart. */
const SHAPES: Readonly<Record<GraphNode['role'], string>> = {
  entry: '<path d="M12 3h4.5a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H12M2.5 10h9.5M8.5 6.5 12 10l-3.5 3.5"/>',
  service: '<path d="M10 2.5 16.5 6.25v7.5L10 17.5 3.5 13.75v-7.5zM3.5 6.25 10 10l6.5-3.75M10 10v7.5"/>',
  stream:
    '<path d="M2.5 6c2.5-2.5 5-2.5 7.5 0s5 2.5 7.5 0M2.5 10c2.5-2.5 5-2.5 7.5 0s5 2.5 7.5 0M2.5 14c2.5-2.5 5-2.5 7.5 0s5 2.5 7.5 0"/>',
  job: '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>',
  store:
    '<ellipse cx="10" cy="5" rx="6.5" ry="2.5"/><path d="M3.5 5v10c0 1.4 2.9 2.5 6.5 2.5s6.5-1.1 6.5-2.5V5M3.5 10c0 1.4 2.9 2.5 6.5 2.5s6.5-1.1 6.5-2.5"/>',
  outside: '<path d="M6 15.5a3.5 3.5 0 0 1-.5-6.96 4.75 4.75 0 0 1 9.1-.79A4 4 0 0 1 14.5 15.5z"/>',
};

/** Returns the sign of a role, in its colour. */
export function roleIcon(role: GraphNode['role'], x: number, y: number): Markup {
  return markup`<g transform="translate(${x} ${y})" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" ${paint({ stroke: role })}>${new Markup(SHAPES[role])}</g>`;
}
