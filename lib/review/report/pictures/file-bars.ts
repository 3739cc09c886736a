import type { CapacityUse, FileUse } from '../../../validation/capacity/capacity-use';
import { formatCpu } from '../../../validation/quantities/quantity-format';
import type { Language } from '../../../text';
import { FONT } from '../layout/node-size';
import { percentText } from '../page/amounts';
import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import { gibText } from './amount-text';
import { paint } from './picture-style';
import { QUOTA_FRAME } from './quota-frame';
import { textLine } from './svg-parts';

const ROW = 30;
const NAME_WIDTH = 250;
const BAR = { x: QUOTA_FRAME.margin + NAME_WIDTH, width: 520 } as const;

/** More files than this are counted and not drawn: those that are left out use less than all others. */
const MOST_FILES = 40;

const WORDS = {
  memory: { en: 'memory', zh: '内存' },
  more: { en: 'more files use less', zh: '个文件用得更少，未列出' },
} as const;

/** Returns a row for each file: how much of what one may have its limits come to, the fullest first. */
export function fileBars(
  { files, limitsAllowed }: CapacityUse,
  top: number,
  language: Language,
): { readonly drawing: Markup; readonly height: number } {
  const share = ({ limits }: FileUse) =>
    Math.max(part(limits.cpuMillis, limitsAllowed.cpuMillis), part(limits.memoryBytes, limitsAllowed.memoryBytes));
  const sorted = [...files].sort(
    ([one, use], [other, otherUse]) => share(otherUse) - share(use) || (one < other ? -1 : 1),
  );
  const shown = sorted.slice(0, MOST_FILES);
  const hidden = sorted.length - shown.length;
  const bottom = top + shown.length * ROW;
  const drawing = markup`${shown.map(([file, use], index) => fileRow(file, use, limitsAllowed, top + index * ROW, language))}
<path d="M${BAR.x + BAR.width} ${top - 4}V${bottom}" stroke-width="2.5" ${paint({ stroke: 'ink' })}/>
${textLine({ x: BAR.x + BAR.width, y: top - 10, text: `100 % = ${formatCpu(limitsAllowed.cpuMillis)} CPU, ${gibText(limitsAllowed.memoryBytes)}`, size: FONT.detail, anchor: 'middle', bold: true })}
${[
  { name: 'CPU', colour: 'service' as const, x: BAR.x },
  { name: WORDS.memory[language], colour: 'store' as const, x: BAR.x + 70 },
].map(
  ({ name, colour, x }) =>
    markup`<rect x="${x}" y="${top - 21}" width="12" height="12" rx="3" ${paint({ fill: colour })}/>${textLine({ x: x + 18, y: top - 11, text: name, size: FONT.detail, colour: 'quiet' })}`,
)}
${hidden === 0 ? undefined : textLine({ x: QUOTA_FRAME.margin, y: bottom + 16, text: `+ ${hidden} ${WORDS.more[language]}`, size: FONT.detail, colour: 'quiet' })}`;
  return { drawing, height: shown.length * ROW + (hidden === 0 ? 0 : ROW) };
}

function fileRow(
  file: string,
  { limits }: FileUse,
  allowed: CapacityUse['limitsAllowed'],
  y: number,
  language: Language,
): Markup {
  const cpu = { used: limits.cpuMillis, all: allowed.cpuMillis, text: `${formatCpu(limits.cpuMillis)} CPU` };
  const memory = { used: limits.memoryBytes, all: allowed.memoryBytes, text: gibText(limits.memoryBytes) };
  const isOver = cpu.used > cpu.all || memory.used > memory.all;
  const text = [cpu, memory].map(({ used, all, text: amount }) => `${amount} (${percentText(used, all)})`).join(', ');
  return markup`<g data-file="${file}"><title>${file}: ${text}</title>
${textLine({ x: QUOTA_FRAME.margin, y: y + 16, text: file.replace(/(?:\.k8s)?\.ya?ml$/, ''), size: FONT.detail, room: NAME_WIDTH - 10 })}
<rect x="${BAR.x}" y="${y + 1}" width="${BAR.width}" height="20" rx="3" ${paint({ fill: 'frame', stroke: 'faint' })}/>
${bar(cpu.used, cpu.all, y + 2, 'CPU')}
${bar(memory.used, memory.all, y + 12, WORDS.memory[language])}
${textLine({ x: BAR.x + BAR.width + 70, y: y + 16, text, size: FONT.detail, room: QUOTA_FRAME.width - BAR.x - BAR.width - 90, colour: isOver ? 'bad' : 'quiet' })}</g>
`;
}

/** CPU stands above memory. What is over ends a little behind the mark, in another colour. */
function bar(used: number, all: number, y: number, name: string): Markup {
  const isOver = used > all;
  const width = Math.round(Math.min(part(used, all), 1.1) * BAR.width * 10) / 10;
  const colour = isOver ? 'bad' : name === 'CPU' ? 'service' : 'store';
  return markup`<rect x="${BAR.x}" y="${y}" width="${width}" height="8" rx="2" ${paint({ fill: colour })}><title>${name}</title></rect>
`;
}

function part(used: number, all: number): number {
  if (all === 0) return used === 0 ? 0 : 2;
  return used / all;
}
