import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import { visibleLine } from '../../../visible-text';
import type { ColourName } from './picture-colours';
import { paint } from './picture-style';
import { fittedText } from './text-width';

/** A line of text in a picture. */
interface TextProps {
  readonly x: number;
  /** Of its base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  /** @default as long as it is */
  readonly room?: number;
  /** @default ink */
  readonly colour?: ColourName;
  /** @default start */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** @default false */
  readonly bold?: boolean;
}

/** Returns a line of text, cut where it has no room. */
export function textLine({
  x,
  y,
  text,
  size,
  room,
  colour = 'ink',
  anchor = 'start',
  bold = false,
}: TextProps): Markup {
  const line = visibleLine(text);
  const shown = room === undefined ? line : fittedText(line, size, room);
  const anchored = anchor === 'start' ? undefined : markup` text-anchor="${anchor}"`;
  const weight = bold ? markup` font-weight="600"` : undefined;
  return markup`<text x="${x}" y="${y}" font-size="${size}"${anchored}${weight} ${paint({ fill: colour })}>${shown}</text>`;
}

/** A rectangle with round corners. */
interface RoundBoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: ColourName;
  readonly stroke: ColourName;
  /** @default 8 */
  readonly radius?: number;
  /** The lengths of dashes and gaps. @default a whole line */
  readonly dashes?: string;
  /** More classes. @default none */
  readonly classes?: string;
}

/** Returns a rectangle with round corners. */
export function roundBox({
  x,
  y,
  width,
  height,
  fill,
  stroke,
  radius = 8,
  dashes,
  classes = '',
}: RoundBoxProps): Markup {
  const dashed = dashes === undefined ? undefined : markup` stroke-dasharray="${dashes}"`;
  return markup`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"${dashed} ${paint({ fill, stroke }, classes)}/>`;
}
