import type { CommandInput } from './command-input';
import { UsageError } from './usage-error';

/** A word behind a command, which says what the command does. */
export interface Subcommand {
  /** As the person types it, with the command: `images push`. */
  readonly words: string;
  /** The options that it takes, of those of the command. */
  readonly options: readonly string[];
}

/**
 * Refuses options that the command has for another of its words: ignored, they would seem to have done something.
 *
 * @param all the options of the command
 * @throws UsageError
 */
export function requireOwnOptions(input: CommandInput, { words, options }: Subcommand, all: readonly string[]): void {
  const strange = all.filter((option) => input.has(option) && !options.includes(option));
  if (strange.length === 0) return;
  const [takes, given] = [options, strange].map((names) => names.map((name) => `--${name}`).join(', '));
  throw new UsageError(`znyw ${words} does not take ${given}; it takes ${takes}`);
}

/**
 * Returns the form that `--output` asks for.
 *
 * @throws UsageError if it is none
 */
export function outputOf(input: CommandInput): 'text' | 'json' {
  const output = input.tryValue('output') ?? 'text';
  if (output === 'text' || output === 'json') return output;
  throw new UsageError(`unknown output "${output}"; known: text, json`);
}
