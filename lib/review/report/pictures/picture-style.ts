import { COLOURS } from './picture-colours';
import type { ColourName } from './picture-colours';
import { Markup } from '../page/markup';

/** The class of every picture. */
export const PICTURE_CLASS = 'znyw-picture';

const ENTRIES = Object.entries(COLOURS);

/** Fonts that are there on most machines, those with Chinese characters behind. */
export const FONT_FAMILY =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/**
 * The style of the pictures: light on paper, and on a screen dark where the reader prefers it, unless `data-theme` of
 * the root element says `light` or `dark`.
 */
export const PICTURE_STYLE = [
  ...ENTRIES.map(([name, { light }]) => `.${PICTURE_CLASS} .pf-${name}{fill:var(--picture-${name},${light})}`),
  ...ENTRIES.map(([name, { light }]) => `.${PICTURE_CLASS} .ps-${name}{stroke:var(--picture-${name},${light})}`),
  `.${PICTURE_CLASS}{${variables('light')}}`,
  `@media screen and (prefers-color-scheme:dark){${onRoot(":not([data-theme='light'])")}{${variables('dark')}}}`,
  `@media screen{${onRoot("[data-theme='dark']")}{${variables('dark')}}}`,
  `.${PICTURE_CLASS} a:hover .p-card,.${PICTURE_CLASS} a:focus .p-card{stroke-width:2.5}`,
  `@media print{.${PICTURE_CLASS} *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`,
].join('\n');

/** Returns the attributes that colour an element: classes for the style, and light colours for programs that read none. */
export function paint(colours: { readonly fill?: ColourName; readonly stroke?: ColourName }, more = ''): Markup {
  const { fill, stroke } = colours;
  const classes = [more, fill && `pf-${fill}`, stroke && `ps-${stroke}`].filter((name) => name);
  const attributes = [
    `class="${classes.join(' ')}"`,
    `fill="${fill === undefined ? 'none' : COLOURS[fill].light}"`,
    ...(stroke === undefined ? [] : [`stroke="${COLOURS[stroke].light}"`]),
  ];
  return new Markup(attributes.join(' '));
}

/** A picture in a page is below the root element, and one that is a file is the root element itself. */
function onRoot(condition: string): string {
  return `:root${condition} .${PICTURE_CLASS},.${PICTURE_CLASS}:root${condition}`;
}

function variables(ground: 'light' | 'dark'): string {
  return ENTRIES.map(([name, colour]) => `--picture-${name}:${colour[ground]}`).join(';');
}
