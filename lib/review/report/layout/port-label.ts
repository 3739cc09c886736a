import { addToList } from '../../../validation/add-to-list';
import { visibleLine } from '../../../visible-text';
import { fittedText, textWidth } from '../pictures/text-width';
import { FONT } from './node-size';

/** The ports of edges as a label says them. */
export interface PortLabel {
  readonly lines: readonly string[];
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const LINE_HEIGHT = 16;
const PADDING = 7;
/** A line with more ports than this goes on below. */
const PORTS_PER_LINE = 3;
const MOST_LINES = 4;
/** No port is as long, but what somebody wrote in the place of one may be. */
const LARGEST_WIDTH = 190;

/** Returns the label of ports, those of the way back behind an arrow; undefined where there is nothing to say. */
export function tryPortLabel(ports: readonly string[], returnPorts?: readonly string[]): PortLabel | undefined {
  const there = byProtocol(ports);
  const back = returnPorts === undefined ? [] : byProtocol(returnPorts);
  const parts = back.length === 0 ? there : [...marked('→', there), ...marked('←', back)];
  if (parts.length === 0) return undefined;
  const lines = parts.flatMap(wrapped).map((line) => fittedText(visibleLine(line), FONT.port, LARGEST_WIDTH));
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
  return {
    lines: shown,
    text: parts.map(({ mark, numbers, protocol }) => `${mark}${numbers.join(', ')}/${protocol}`).join('; '),
    width: Math.max(...shown.map((line) => textWidth(line, FONT.port))) + 2 * PADDING,
    height: shown.length * LINE_HEIGHT + 6,
  };
}

interface Part {
  readonly mark: string;
  readonly numbers: readonly string[];
  readonly protocol: string;
}

function byProtocol(ports: readonly string[]): readonly Part[] {
  const numbers = new Map<string, string[]>();
  for (const port of ports) {
    const [number = '', protocol = 'TCP'] = port.split('/', 2);
    addToList(numbers, protocol, number);
  }
  return [...numbers].map(([protocol, own]) => ({ mark: '', numbers: own, protocol }));
}

function marked(arrow: string, parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => ({ ...part, mark: `${arrow} ` }));
}

function wrapped({ mark, numbers, protocol }: Part): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < numbers.length; at += PORTS_PER_LINE) {
    const isLast = at + PORTS_PER_LINE >= numbers.length;
    const part = numbers.slice(at, at + PORTS_PER_LINE).join(', ');
    lines.push(`${at === 0 ? mark : ''}${part}${isLast ? `/${protocol}` : ','}`);
  }
  return lines;
}
