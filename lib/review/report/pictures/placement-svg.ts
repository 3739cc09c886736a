import { vmRoom } from '../../../validation/placement/vm-room';
import { countedResources } from '../../../validation/quantities/counted-resources';
import { formatCpu } from '../../../validation/quantities/quantity-format';
import { plus, times } from '../../../validation/quantities/resource-amounts';
import type { ResourceAmounts } from '../../../validation/quantities/resource-amounts';
import type { CloudCapacity } from '../../../validation/rule';
import type { Language } from '../../../text';
import { FONT } from '../layout/node-size';
import { markup } from '../page/markup';
import type { Markup } from '../page/markup';
import type { PlacedPod, PlacementReport } from '../report-model';
import { gibText, roundedAmounts } from './amount-text';
import { picture } from './picture';
import type { PictureOptions } from './picture-options';
import { paint } from './picture-style';
import { roundBox, textLine } from './svg-parts';

const MARGIN = 24;
const COLUMN = 370;
const GAP = 20;
const HEAD = 86;
/** The height of a Pod that asks for a whole VM, and of the smallest that still shows its name. */
const WHOLE = 520;
const SMALLEST = 22;

/** More columns than this begin a new row. */
const MOST_COLUMNS = 6;

const WORDS = {
  title: { en: 'Where the Pods run', zh: 'Pod 在虚拟机上的分布' },
  lost: { en: 'lost', zh: '已失效' },
  free: { en: 'free', zh: '空闲' },
  homeless: { en: 'without room', zh: '放不下的 Pod' },
  memory: { en: 'memory', zh: '内存' },
} as const;

/** Pods of one workload in one place. */
interface PodStack {
  readonly workload: string;
  readonly pods: number;
  readonly requests: ResourceAmounts;
}

/**
 * Draws the VMs as columns and the Pods on each as boxes, as high as the larger of their shares of CPU and memory and
 * at least as one line of text. Each VM has `data-vm`, the Pods of a workload on it `data-pod` and `data-pods`, those
 * without room `data-homeless`.
 */
export function placementSvg(placement: PlacementReport, cloud: CloudCapacity, options: PictureOptions): string {
  const { language } = options;
  const { lostVm, vms, homeless } = placement;
  const room = vmRoom(cloud);
  const columns = [
    ...vms.map(({ vm, pods, used }) => ({ vm, ...vmColumn(vm, stacksOf(pods), used, room, language) })),
    ...(lostVm === undefined ? [] : [{ vm: lostVm, ...lostColumn(lostVm, language) }]),
  ].sort((one, other) => one.vm - other.vm);
  const all =
    homeless.length === 0 ? columns : [...columns, { vm: 0, ...homelessColumn(stacksOf(homeless), room, language) }];
  const placed = inRows(all);
  return picture(
    {
      width: placed.width,
      height: placed.height,
      title: titleOf(lostVm, language),
      description: description(placement, room, language),
      content: placed.content,
    },
    options,
  );
}

interface Column {
  readonly drawing: (height: number) => Markup;
  readonly height: number;
}

function inRows(columns: readonly Column[]) {
  let top = MARGIN;
  const content: Markup[] = [];
  for (let at = 0; at < columns.length; at += MOST_COLUMNS) {
    const row = columns.slice(at, at + MOST_COLUMNS);
    const height = Math.max(...row.map((column) => column.height));
    for (const [index, { drawing }] of row.entries()) {
      content.push(
        markup`<g transform="translate(${MARGIN + index * (COLUMN + GAP)} ${top})">${drawing(height)}</g>\n`,
      );
    }
    top += height + GAP;
  }
  const across = Math.min(Math.max(columns.length, 1), MOST_COLUMNS);
  return { content, width: 2 * MARGIN + across * (COLUMN + GAP) - GAP, height: top - GAP + MARGIN };
}

function vmColumn(
  vm: number,
  stacks: readonly PodStack[],
  used: ResourceAmounts,
  room: ResourceAmounts,
  language: Language,
): Column {
  const boxes = stackBoxes(stacks, room);
  const free = {
    cpuMillis: Math.max(room.cpuMillis - used.cpuMillis, 0),
    memoryBytes: Math.max(room.memoryBytes - used.memoryBytes, 0),
  };
  const freeHeight = Math.max(WHOLE * (1 - share(used, room)), SMALLEST);
  const drawing = (height: number) => markup`<g data-vm="${vm}">
${roundBox({ x: 0, y: 0, width: COLUMN, height, fill: 'frame', stroke: 'line', radius: 12 })}
${textLine({ x: 16, y: 26, text: `VM ${vm}`, size: FONT.title, bold: true })}
${meter('CPU', used.cpuMillis, room.cpuMillis, `${formatCpu(used.cpuMillis)} / ${formatCpu(room.cpuMillis)}`, 38)}
${meter(WORDS.memory[language], used.memoryBytes, room.memoryBytes, `${gibText(used.memoryBytes)} / ${gibText(room.memoryBytes)}`, 58)}
${boxes.drawing}
${roundBox({ x: 12, y: HEAD + boxes.height, width: COLUMN - 24, height: freeHeight, fill: 'frame', stroke: 'line', radius: 6, dashes: '4 4' })}
${textLine({ x: 22, y: HEAD + boxes.height + freeHeight / 2 + 4, text: `${WORDS.free[language]}: ${roundedAmounts(free)}`, size: FONT.detail, room: COLUMN - 44, colour: 'quiet' })}</g>`;
  return { drawing, height: HEAD + boxes.height + freeHeight + 14 };
}

function lostColumn(vm: number, language: Language): Column {
  const drawing = (height: number) => markup`<g data-vm="${vm}" data-lost="">
${roundBox({ x: 0, y: 0, width: COLUMN, height, fill: 'ground', stroke: 'bad', radius: 12, dashes: '6 5' })}
<path d="M14 44L${COLUMN - 14} ${height - 14}M${COLUMN - 14} 44L14 ${height - 14}" stroke-width="2" ${paint({ stroke: 'bad' })}/>
${textLine({ x: 16, y: 26, text: `VM ${vm}: ${WORDS.lost[language]}`, size: FONT.title, bold: true, colour: 'bad' })}</g>`;
  return { drawing, height: 160 };
}

function homelessColumn(stacks: readonly PodStack[], room: ResourceAmounts, language: Language): Column {
  const boxes = stackBoxes(stacks, room);
  const drawing = (height: number) => markup`<g data-homeless="">
${roundBox({ x: 0, y: 0, width: COLUMN, height, fill: 'ground', stroke: 'bad', radius: 12 })}
${textLine({ x: 16, y: 26, text: WORDS.homeless[language], size: FONT.title, bold: true, colour: 'bad' })}
${boxes.drawing}</g>`;
  return { drawing, height: HEAD + boxes.height + 14 };
}

function stackBoxes(stacks: readonly PodStack[], room: ResourceAmounts) {
  let y = HEAD;
  const drawing = stacks.map(({ workload, pods, requests }) => {
    const height = Math.max(Math.round(share(requests, room) * WHOLE), SMALLEST);
    const name = pods === 1 ? workload : `${workload} × ${pods}`;
    const amounts = roundedAmounts(requests);
    const box = { x: 12, y, width: COLUMN - 24, height: height - 3 };
    y += height;
    const base = box.y + box.height / 2 + 4;
    return markup`<g data-pod="${workload}" data-pods="${pods}"><title>${name}: ${amounts}</title>
${roundBox({ ...box, fill: 'card', stroke: 'line', radius: 5 })}
${textLine({ x: 22, y: base, text: name, size: FONT.detail, room: 210, bold: true })}
${textLine({ x: COLUMN - 20, y: base, text: amounts, size: 11, room: 112, anchor: 'end', colour: 'quiet' })}</g>
`;
  });
  return { drawing, height: y - HEAD };
}

function meter(name: string, used: number, all: number, text: string, y: number): Markup {
  const [x, width] = [82, 110];
  const part = all === 0 ? 0 : Math.min(used / all, 1) * width;
  return markup`${textLine({ x: 16, y: y + 11, text: name, size: FONT.detail, colour: 'quiet' })}
<rect x="${x}" y="${y + 2}" width="${width}" height="10" rx="3" ${paint({ fill: 'faint' })}/><rect x="${x}" y="${y + 2}" width="${Math.round(part * 10) / 10}" height="10" rx="3" ${paint({ fill: 'service' })}/>
${textLine({ x: x + width + 10, y: y + 11, text, size: FONT.detail, room: COLUMN - x - width - 20 })}`;
}

/** The largest first, so that what takes room is seen. */
function stacksOf(pods: readonly PlacedPod[]): readonly PodStack[] {
  const stacks = new Map<string, PodStack>();
  for (const { workload, requests } of pods) {
    const key = JSON.stringify([workload, requests.cpuMillis, requests.memoryBytes]);
    const { pods: count = 0, requests: sum = times(requests, 0) } = stacks.get(key) ?? {};
    stacks.set(key, { workload, pods: count + 1, requests: plus(sum, requests) });
  }
  const size = ({ requests }: PodStack) => requests.cpuMillis / 1000 + requests.memoryBytes / 2 ** 32;
  return [...stacks.values()].sort((one, other) => size(other) - size(one) || (one.workload < other.workload ? -1 : 1));
}

function share(amounts: ResourceAmounts, room: ResourceAmounts): number {
  return Math.min(
    Math.max(...countedResources.map(({ amount }) => (room[amount] === 0 ? 0 : amounts[amount] / room[amount]))),
    1,
  );
}

function titleOf(lostVm: number | undefined, language: Language): string {
  if (lostVm === undefined) return WORDS.title[language];
  return language === 'zh' ? `VM ${lostVm} 失效后 Pod 的分布` : `Where the Pods run after VM ${lostVm} is lost`;
}

function description({ vms, homeless }: PlacementReport, room: ResourceAmounts, language: Language): string {
  const each = vms.map(({ vm, pods, used }) =>
    language === 'zh'
      ? `VM ${vm}：${pods.length} 个 Pod，共 ${roundedAmounts(used)}（可用 ${roundedAmounts(room)}）`
      : `VM ${vm}: ${pods.length} Pods with ${roundedAmounts(used)} of ${roundedAmounts(room)}`,
  );
  const left =
    homeless.length === 0
      ? language === 'zh'
        ? '所有 Pod 都有位置'
        : 'all Pods have room'
      : `${WORDS.homeless[language]}: ${homeless.map(({ workload }) => workload).join(', ')}`;
  return [...each, left].join('; ');
}
