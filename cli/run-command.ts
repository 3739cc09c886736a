import { OperatorError } from '../lib/operator-error';
import { allCommands } from './all-commands';
import type { Command } from './command';
import { exitCode } from './exit-code';
import type { ExitCode } from './exit-code';
import { commandHelp, generalHelp } from './help-text';
import { languageOf } from './language';
import { parseArguments } from './parse-arguments';
import type { Terminal } from './terminal';
import { unknownName, UsageError } from './usage-error';

/**
 * Does what a command line says, and tells what went wrong.
 *
 * @param args what follows `znyw`
 * @returns the exit code; it never throws
 */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  commands: readonly Command[] = allCommands,
): Promise<ExitCode> {
  try {
    const [name = '', ...rest] = args;
    return name === '' || name.startsWith('-')
      ? withoutCommand(args, terminal, commands)
      : await withCommand(commandNamed(name, commands), rest, terminal);
  } catch (error) {
    return failure(error, terminal);
  }
}

function withoutCommand(args: readonly string[], terminal: Terminal, commands: readonly Command[]): ExitCode {
  const input = parseArguments(args, {});
  const help = generalHelp(commands, languageOf(input.tryValue('lang'), terminal.env));
  if (input.has('help')) {
    terminal.out(help);
    return exitCode.fine;
  }
  terminal.err(help);
  return exitCode.usage;
}

async function withCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const input = parseArguments(args, command.options);
  if (!input.has('help')) return command.execute(input, terminal);
  terminal.out(commandHelp(command, languageOf(input.tryValue('lang'), terminal.env)));
  return exitCode.fine;
}

function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  throw unknownName(
    'command',
    name,
    commands.map((known) => known.name),
  );
}

function failure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof OperatorError) {
    terminal.err(`error: ${error.message}\n${error.remedy === '' ? '' : `  to fix: ${error.remedy}\n`}`);
    return error instanceof UsageError ? exitCode.usage : exitCode.couldNotRun;
  }
  terminal.err(`error: a bug of znyw\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCode.bug;
}
