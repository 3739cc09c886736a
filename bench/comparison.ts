import { seconds } from './measured';
import type { Measured } from './measured';
import { timePair } from './timing';
import type { Repetition, TimedCommand } from './timing';

/** Two commands whose times are compared. */
export interface Comparison {
  /** Both, as in `npm run synth : stock way`. */
  readonly what: string;
  readonly own: TimedCommand;
  readonly other: TimedCommand;
  /** The most that the time of the first may be of that of the other. @default none: it is stated only */
  readonly goal?: number;
}

/** Times both commands in turn and returns the line for the table. */
export function compare({ what, own, other, goal }: Comparison, repetition: Repetition): Measured {
  const pair = timePair(own, other, repetition);
  const detail = `${seconds(pair.seconds)} : ${seconds(pair.otherSeconds)}`;
  return { what, figure: pair.ratio, goal, runs: repetition.runs, detail };
}
