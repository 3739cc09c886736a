import { alignedColumns } from '../lib/validation/report/aligned-columns';
import type { Measured, NotMeasured } from './measured';

/**
 * Returns the lines as a table.
 *
 * @param withGoals whether the goals are shown, and what is met: data of a short run say nothing about either
 */
export function table(lines: readonly (Measured | NotMeasured)[], withGoals: boolean): string {
  const rows = lines.map((line) => ('reason' in line ? cellsOfNothing(line) : cells(line)));
  return alignedColumns(
    [['measured', 'figure', 'goal', 'met', 'runs', 'medians'], ...rows].map(([what = '', figure = '', ...others]) => [
      what,
      figure,
      ...(withGoals ? others : others.slice(2)),
    ]),
  ).join('\n');
}

function cells({ what, figure, unit, goal, runs, detail }: Measured): readonly string[] {
  const amount = (value: number) => (unit === undefined ? value.toFixed(2) : `${value.toFixed(1)} ${unit}`);
  return [
    what,
    amount(figure),
    goal === undefined ? '' : `≤ ${amount(goal)}`,
    goal === undefined ? '' : figure <= goal ? 'yes' : 'no',
    String(runs),
    detail,
  ];
}

function cellsOfNothing({ what, reason }: NotMeasured): readonly string[] {
  return [what, '', '', '', '', `not measured: ${reason}`];
}
