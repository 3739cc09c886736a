import type { Point } from '../layout/laid-out-graph';

/** The radius of a corner, unless the lines are too short for it. */
const CORNER = 7;
/** The length and half the width of an arrow. */
const ARROW = { length: 8, half: 4 } as const;

/** Returns the path along points with round corners. */
export function roundedPath(points: readonly Point[]): string {
  const corners = withoutRepeats(points);
  const [first, ...rest] = corners;
  if (first === undefined) return '';
  const steps = rest.map((point, index) => {
    const [before, after] = [corners[index] ?? point, rest[index + 1]];
    if (after === undefined) return `L${pair(point)}`;
    const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
    return `L${pair(towards(point, before, radius))}Q${pair(point)} ${pair(towards(point, after, radius))}`;
  });
  return `M${pair(first)}${steps.join('')}`;
}

/** Returns the points of an arrow at the end of a way. */
export function arrowPoints(points: readonly Point[]): string {
  const corners = withoutRepeats(points);
  const [end, before] = [corners.at(-1), corners.at(-2)];
  if (end === undefined || before === undefined) return '';
  const base = towards(end, before, ARROW.length);
  const length = Math.max(distance(end, before), 1);
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const left = { x: base.x - dy * ARROW.half, y: base.y + dx * ARROW.half };
  const right = { x: base.x + dy * ARROW.half, y: base.y - dx * ARROW.half };
  return [end, left, right].map(pair).join(' ');
}

/** Points in a line of two others, and the same one again, would make corners of nothing. */
function withoutRepeats(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [one, two] = [kept.at(-2), kept.at(-1)];
    if (two !== undefined && two.x === point.x && two.y === point.y) continue;
    const isStraight =
      one !== undefined &&
      two !== undefined &&
      ((one.x === two.x && two.x === point.x) || (one.y === two.y && two.y === point.y));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return kept;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function pair({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
