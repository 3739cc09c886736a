import type { CommandInput } from './command-input';
import type { ExitCode } from './exit-code';
import type { Text } from '../lib/text';
import type { Terminal } from './terminal';

/** An option of a command, written `--name value`, or `--name` alone where it has no placeholder. */
export interface CommandOption {
  /** What stands for the value in the help, such as `<name>`. @default none: it is a switch */
  readonly placeholder?: string;
  /** @default false */
  readonly repeatable?: boolean;
  readonly help: Text;
}

/** A line of a shell, with what it does. */
export interface Example {
  readonly line: string;
  readonly help: Text;
}

/**
 * Something that `znyw` does.
 *
 * The file of a command is loaded for the mere list of commands; what the work needs is imported in `execute`.
 */
export interface Command {
  readonly name: string;
  readonly summary: Text;
  /** What follows the name in a command line: `[paths…] [options]`. */
  readonly usage: string;
  /** What there is to know besides. */
  readonly details: Text;
  readonly examples: readonly Example[];
  readonly options: Readonly<Record<string, CommandOption>>;
  /** @throws OperatorError for what an operator can act on, of which UsageError is about the command line */
  readonly execute: (input: CommandInput, terminal: Terminal) => Promise<ExitCode>;
}
