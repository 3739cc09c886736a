import { alignedColumns } from '../lib/validation/report/aligned-columns';
import type { Command, CommandOption } from './command';
import type { Language, Text } from '../lib/text';
import { COMMON_OPTIONS } from './parse-arguments';

const INTRODUCTION: Text = {
  en: 'znyw: the deployment of the AIOps project, checked before it leaves the machine.',
  zh: 'znyw：智能运维项目的部署工具，在 YAML 离开本机之前完成检查。',
};
const USAGE: Text = { en: 'Usage', zh: '用法' };
const COMMANDS: Text = { en: 'Commands', zh: '命令' };
const OPTIONS: Text = { en: 'Options', zh: '选项' };
const EXAMPLES: Text = { en: 'Examples', zh: '示例' };
const EXIT_CODES: Text = {
  en: 'Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 could not run (or not on everything), 70 a bug of znyw.',
  zh: '退出码：0 正常，1 有问题，2 用法错误，3 无法运行（或未能检查全部内容），70 znyw 自身的缺陷。',
};
const MORE: Text = {
  en: 'More on a command: npx znyw <command> --help',
  zh: '某个命令的详细说明：npx znyw <命令> --help',
};

/** Returns the help of `znyw` as a whole. */
export function generalHelp(commands: readonly Command[], language: Language): string {
  const rows = commands.map(({ name, summary }) => [`  ${name}`, summary[language]]);
  return sections(
    INTRODUCTION[language],
    titled(USAGE[language], ['  npx znyw <command> [options]']),
    titled(COMMANDS[language], alignedColumns(rows)),
    MORE[language],
    EXIT_CODES[language],
  );
}

/** Returns the help of one command. */
export function commandHelp({ name, summary, usage, details, options, examples }: Command, language: Language): string {
  const optionRows = Object.entries({ ...options, ...COMMON_OPTIONS }).map(([option, { help, ...form }]) => [
    `  --${option}${formOf(form)}`,
    help[language],
  ]);
  return sections(
    summary[language],
    titled(USAGE[language], [`  npx znyw ${name} ${usage}`]),
    details[language],
    titled(OPTIONS[language], alignedColumns(optionRows)),
    titled(
      EXAMPLES[language],
      examples.map(({ line, help }) => `  ${line}\n      ${help[language]}`),
    ),
    EXIT_CODES[language],
  );
}

function formOf({ placeholder, repeatable = false }: Omit<CommandOption, 'help'>): string {
  return `${placeholder === undefined ? '' : ` ${placeholder}`}${repeatable ? ' …' : ''}`;
}

function titled(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines].join('\n');
}

function sections(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
