import { FONT } from '../layout/node-size';
import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import type { ImageUse } from '../report-model';
import { picture } from './picture';
import type { ColourName } from './picture-colours';
import type { PictureOptions } from './picture-options';
import { paint } from './picture-style';
import { roundBox, textLine } from './svg-parts';

const MARGIN = 24;
const TOP = 60;
const ROW = 34;
const GAP = 12;
const IMAGE = { x: MARGIN, width: 250, height: 44 } as const;
const CONTAINER = { x: 420, width: 340 } as const;
const WIDTH = CONTAINER.x + CONTAINER.width + MARGIN;

/** More containers of one image are counted and not drawn. */
const MOST_CONTAINERS = 60;

/** The colours of the lines, one image after the other. */
const LINE_COLOURS: readonly ColourName[] = ['service', 'store', 'stream', 'entry', 'outside', 'other', 'job'];

const WORDS = {
  title: { en: 'Images and the containers that they run in', zh: '镜像与容器的对应关系' },
  images: { en: 'images', zh: '镜像' },
  containers: { en: 'containers', zh: '容器' },
  more: { en: 'more', zh: '个未列出' },
} as const;

/**
 * Draws images on the left and the containers that they run in on the right. Each image has `data-image`, each
 * container `data-container`.
 */
export function imagesSvg(images: readonly ImageUse[], options: PictureOptions): string {
  const { language } = options;
  let y = TOP;
  const rows = images.map((use, index) => {
    const top = y;
    y += Math.max(Math.min(use.containers.length, MOST_CONTAINERS + 1) * ROW, IMAGE.height) + GAP;
    return imageDrawing(use, top, LINE_COLOURS[index % LINE_COLOURS.length] ?? 'service', options);
  });
  const containers = images.reduce((sum, use) => sum + use.containers.length, 0);
  const heading = (x: number, count: number, text: string) =>
    textLine({ x, y: 40, text: `${count} ${text}`, size: FONT.title, bold: true });
  return picture(
    {
      width: WIDTH,
      height: y + MARGIN - GAP,
      title: WORDS.title[language],
      description: images.map(({ image, containers: own }) => `${image}: ${own.join(', ')}`).join('; '),
      content: markup`${heading(IMAGE.x, images.length, WORDS.images[language])}${heading(CONTAINER.x, containers, WORDS.containers[language])}
${rows}`,
    },
    options,
  );
}

function imageDrawing(
  { image, versions, containers }: ImageUse,
  top: number,
  colour: ColourName,
  { language }: PictureOptions,
): Markup {
  const shown = containers.slice(0, MOST_CONTAINERS);
  const hidden = containers.length - shown.length;
  const rows = shown.length + (hidden > 0 ? 1 : 0);
  // A single container stands beside the middle of its image.
  const block = Math.max(rows * ROW - 6, IMAGE.height);
  const middle = top + block / 2;
  const first = middle - (rows * ROW - 6) / 2;
  const from = { x: IMAGE.x + IMAGE.width, y: middle };
  const lines = Array.from({ length: rows }, (_, index) => {
    const y = first + index * ROW + (ROW - 6) / 2;
    const bend = (from.x + CONTAINER.x) / 2;
    return markup`<path d="M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${y} ${CONTAINER.x} ${y}" stroke-width="1.6" ${paint({ stroke: colour })}/>\n`;
  });
  const room = IMAGE.width - 28;
  const box = { x: IMAGE.x, y: middle - IMAGE.height / 2, width: IMAGE.width, height: IMAGE.height };
  return markup`<g data-image="${image}"><title>${image} ${versions.join(', ')}</title>
${lines}
${roundBox({ ...box, fill: 'card', stroke: colour })}
${textLine({ x: box.x + 14, y: box.y + 19, text: image, size: FONT.label, room, bold: true })}
${textLine({ x: box.x + 14, y: box.y + 36, text: versions.join(', '), size: FONT.detail, room, colour: 'quiet' })}
${shown.map((container, index) => containerDrawing(container, first + index * ROW))}
${hidden > 0 ? textLine({ x: CONTAINER.x + 12, y: first + shown.length * ROW + 19, text: `+ ${hidden} ${WORDS.more[language]}`, size: FONT.detail, colour: 'quiet' }) : undefined}</g>
`;
}

function containerDrawing(container: string, y: number): Markup {
  // The name of a workload has no slash, and neither has that of a container.
  const [workload = '', name = ''] = container.split('/', 2);
  const text = name === '' || workload.endsWith(name) ? workload : `${workload} / ${name}`;
  return markup`<g data-container="${container}"><title>${container}</title>
${roundBox({ x: CONTAINER.x, y, width: CONTAINER.width, height: ROW - 6, fill: 'card', stroke: 'line', radius: 6 })}
${textLine({ x: CONTAINER.x + 12, y: y + 19, text, size: FONT.detail, room: CONTAINER.width - 24 })}</g>
`;
}
