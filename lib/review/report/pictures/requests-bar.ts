import type { Language } from '../../../text';
import { FONT } from '../layout/node-size';
import { percentText } from '../page/amounts';
import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import type { ColourName } from './picture-colours';
import { paint } from './picture-style';
import { QUOTA_FRAME } from './quota-frame';
import { textLine } from './svg-parts';
import { textWidth } from './text-width';

/** What a bar of requests shows, of one resource. */
interface RequestsBarProps {
  readonly name: string;
  readonly parts: readonly RequestsPart[];
  readonly used: number;
  readonly allowed: number;
  readonly rolloutPeak: number;
  readonly peakAllAtOnce: number;
  readonly format: (amount: number) => string;
}

/** A workload's part of a bar. */
interface RequestsPart {
  readonly id: string;
  readonly name: string;
  readonly stack: string;
  readonly amount: number;
}

const HEIGHT = 34;

/** Stacks have a colour each, since workloads are too many for that. */
const STACK_COLOURS: readonly ColourName[] = ['service', 'store', 'entry', 'stream', 'other', 'outside', 'job'];

const WORDS = {
  allowed: { en: 'allowed', zh: '允许' },
  rollout: { en: 'largest rollout', zh: '最大的滚动更新' },
  atOnce: { en: 'all rollouts and jobs at once', zh: '全部更新和任务同时进行' },
} as const;

/** Returns a bar of what each workload requests, the largest first, with the allowance and the peaks as marks. */
export function requestsBar(props: RequestsBarProps, y: number, language: Language): Markup {
  const { name, parts, used, allowed, rolloutPeak, peakAllAtOnce, format } = props;
  const { x: left, width } = QUOTA_FRAME.bar;
  const most = Math.max(allowed, used, rolloutPeak, peakAllAtOnce, 1) * 1.04;
  const at = (amount: number) => Math.round((left + (amount / most) * width) * 10) / 10;
  const isOver = used > allowed;
  const marks = [
    { amount: rolloutPeak, text: WORDS.rollout[language], dashes: '3 3' },
    { amount: peakAllAtOnce, text: WORDS.atOnce[language], dashes: '1 3' },
  ];
  return markup`<g data-quota="${name}">
${textLine({ x: QUOTA_FRAME.margin, y: y + 16, text: name, size: FONT.label, bold: true })}
${textLine({ x: QUOTA_FRAME.margin, y: y + 34, text: `${format(used)} / ${format(allowed)} (${percentText(used, allowed)})`, size: FONT.detail, room: left - QUOTA_FRAME.margin - 8, colour: isOver ? 'bad' : 'quiet' })}
<rect x="${left}" y="${y}" width="${width}" height="${HEIGHT}" rx="4" ${paint({ fill: 'faint' })}/>
${partDrawings(parts, y, at, format)}
<path d="M${at(allowed)} ${y - 8}V${y + HEIGHT + 8}" stroke-width="2.5" ${paint({ stroke: isOver ? 'bad' : 'ink' })}/>
${textLine({ x: at(allowed), y: y - 12, text: `${WORDS.allowed[language]} ${format(allowed)}`, size: FONT.detail, anchor: 'middle', bold: true, colour: isOver ? 'bad' : 'ink' })}
${marks.map(({ amount, text, dashes }, index) => {
  const line = y + HEIGHT + 20 + index * 18;
  const label = `${text} ${format(amount)}`;
  // The words stand before the mark, since other marks are behind it.
  const isRight = at(amount) - textWidth(label, FONT.detail) < left;
  return markup`<path d="M${at(amount)} ${y - 4}V${line}" stroke-width="1.8" stroke-dasharray="${dashes}" ${paint({ stroke: amount > allowed ? 'bad' : 'ink' })}/>
${textLine({ x: at(amount) + (isRight ? 6 : -6), y: line, text: label, size: FONT.detail, anchor: isRight ? 'start' : 'end', colour: amount > allowed ? 'bad' : 'quiet' })}
`;
})}</g>
`;
}

/** Returns what the colours of the bars mean: a sign and the name of each stack, from the right end of a line. */
export function stackKey(stacks: readonly string[], y: number): readonly Markup[] {
  let x: number = QUOTA_FRAME.bar.x + QUOTA_FRAME.bar.width;
  // More do not fit, and have no colours of their own.
  const shown = stacks.filter((stack) => stack !== '').slice(0, STACK_COLOURS.length - 1);
  return shown.toReversed().map((stack) => {
    const width = Math.min(textWidth(stack, FONT.detail), 120);
    x -= width + 34;
    return markup`<rect x="${x}" y="${y - 10}" width="12" height="12" rx="3" ${paint({ fill: stackColour(stacks, stack) })}/>${textLine({ x: x + 18, y, text: stack, size: FONT.detail, room: width, colour: 'quiet' })}
`;
  });
}

function stackColour(stacks: readonly string[], stack: string): ColourName {
  return STACK_COLOURS[stacks.indexOf(stack) % STACK_COLOURS.length] ?? 'service';
}

function partDrawings(
  parts: readonly RequestsPart[],
  y: number,
  at: (amount: number) => number,
  format: (amount: number) => string,
): readonly Markup[] {
  const stacks = [...new Set(parts.map(({ stack }) => stack))].sort();
  const order = [...parts].sort(
    (one, other) =>
      stacks.indexOf(one.stack) - stacks.indexOf(other.stack) ||
      other.amount - one.amount ||
      (one.id < other.id ? -1 : 1),
  );
  let sum = 0;
  return order.flatMap(({ id, name, stack, amount }) => {
    const x = at(sum);
    sum += amount;
    const width = at(sum) - x;
    if (amount === 0) return [];
    const colour = stackColour(stacks, stack);
    const short = name.startsWith(`${stack}-`) ? name.slice(stack.length + 1) : name;
    const label =
      textWidth(short, 11) + 8 < width
        ? textLine({ x: x + 5, y: y + 21, text: short, size: 11, colour: 'ground' })
        : undefined;
    return [
      markup`<g data-workload="${id}"><title>${name}: ${format(amount)}</title><rect x="${x}" y="${y}" width="${Math.round(width * 10) / 10}" height="${HEIGHT}" stroke-width="1.2" ${paint({ fill: colour, stroke: 'ground' })}/>${label}</g>
`,
    ];
  });
}
