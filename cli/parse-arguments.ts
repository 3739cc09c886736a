import { parseArgs } from 'node:util';
import type { CommandOption } from './command';
import { CommandInput } from './command-input';
import { unknownName, UsageError } from './usage-error';

/** The options that every command has. */
export const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  help: { help: { en: 'Says what the command does.', zh: '显示本命令的说明。' } },
  lang: {
    placeholder: 'en|zh',
    help: { en: 'The language of the help; else that of the locale.', zh: '说明所用的语言；默认取自系统区域设置。' },
  },
};

/**
 * Reads the command line of a command.
 *
 * @param args what follows the name of the command
 * @throws UsageError for an option that is unknown, lacks its value, has one it does not take, or is there twice
 */
export function parseArguments(
  args: readonly string[],
  commandOptions: Readonly<Record<string, CommandOption>>,
): CommandInput {
  const options = { ...commandOptions, ...COMMON_OPTIONS };
  const { tokens, positionals } = parseArgs({
    args: [...args],
    // Not strict, since the messages of node name neither the nearest option nor all of them.
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { placeholder }]) => [
        name,
        { type: placeholder === undefined ? 'boolean' : 'string', ...(name === 'help' ? { short: 'h' } : {}) },
      ]),
    ),
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) {
      throw unknownName(
        'option',
        rawName,
        Object.keys(options).map((known) => `--${known}`),
      );
    }
    const former = values.get(name) ?? [];
    if (former.length > 0 && option.repeatable !== true) throw new UsageError(`option ${rawName} is there twice`);
    values.set(name, [...former, requireValue(rawName, option, value)]);
  }
  return new CommandInput(positionals, values);
}

function requireValue(rawName: string, { placeholder }: CommandOption, value: string | undefined): string {
  if (placeholder === undefined && value !== undefined) throw new UsageError(`option ${rawName} takes no value`);
  if (placeholder !== undefined && (value === undefined || value === '')) {
    throw new UsageError(`option ${rawName} has no value; expected ${rawName} ${placeholder}`);
  }
  return value ?? '';
}
