import type { Terminal } from '../terminal';

/** Colours of a terminal, by their codes. */
const CODES = { red: '31', green: '32', yellow: '33' } as const;

/** A colour of a terminal. */
export type Colour = keyof typeof CODES;

/** Returns a text in a colour, or as it is. */
export function colour(text: string, wanted: Colour | undefined): string {
  return wanted === undefined ? text : `\u001B[${CODES[wanted]}m${text}\u001B[0m`;
}

/** Tells whether a person sees colours, and wants them. @see https://no-color.org: any value but an empty one */
export function hasColours({ isTerminal, env }: Terminal): boolean {
  const refusal = env['NO_COLOR'];
  return isTerminal && (refusal === undefined || refusal === '');
}
