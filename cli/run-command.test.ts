import { OperatorError } from '../lib/operator-error';
import type { Command } from './command';
import { exitCode } from './exit-code';
import { runCommand } from './run-command';
import type { Terminal } from './terminal';
import { runZnyw } from './testing-terminal';

test('help is written to standard output, in English', async () => {
  const { code, out, err } = await runZnyw(['--help']);

  expect(code).toBe(0);
  expect(err).toBe('');
  expect(out).toMatch(/^ {2}check +Runs the rules on files, folders or standard input/m);
  expect(out).toContain('Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 could not run');
});

test.each([
  ['the locale LANG', ['--help'], { LANG: 'zh_CN.UTF-8' }, '用法'],
  ['the locale LC_ALL before LANG', ['--help'], { LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW' }, '用法'],
  ['an empty LC_ALL, which counts as none', ['--help'], { LANG: 'zh_CN', LC_ALL: '' }, '用法'],
  ['--lang', ['--help', '--lang', 'zh'], {}, '用法'],
  ['--lang against the locale', ['--help', '--lang=en'], { LANG: 'zh_CN' }, 'Usage'],
  ['any other locale', ['--help'], { LANG: 'de_DE.UTF-8' }, 'Usage'],
])('the language of the help follows %s', async (_, args, env, title) => {
  const general = await runZnyw(args, { env });
  const ofCheck = await runZnyw(['check', ...args], { env });

  expect(general.out).toContain(`\n${title}:\n`);
  expect(ofCheck.out).toContain(`\n${title}:\n`);
});

test('the help of a command names its options and has examples', async () => {
  const { code, out } = await runZnyw(['check', '-h']);

  expect(code).toBe(0);
  expect(out).toContain('  npx znyw check [paths…] [options]');
  expect(out).toContain('  --rule <id> …');
  expect(out).toContain(
    '  npx znyw check --environment prod edited/\n      Judges all YAML of prod, as somebody has edited it.',
  );
});

test('without a command the help is an error', async () => {
  const { code, out, err } = await runZnyw([]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('npx znyw <command>');
});

test.each([
  [
    ['chek'],
    'unknown command "chek"; did you mean "check"? known: check, diff, doctor, images, publish, report, secret',
  ],
  [['--verison'], 'unknown option "--verison"; known: --help, --lang'],
  [['check', '--lang', 'de', '--help'], 'unknown language "de"; known: en, zh'],
  [['check', '--output'], 'option --output has no value; expected --output text|json'],
  [['check', '--output='], 'option --output has no value; expected --output text|json'],
  [['check', '--help=yes'], 'option --help takes no value'],
  [['check', '--output', 'json', '--output', 'json'], 'option --output is there twice'],
])('%j is wrong usage', async (args, message) => {
  expect(await runZnyw(args)).toEqual({ code: 2, out: '', err: `error: ${message}\n` });
});

test('an unknown option is answered with the nearest one', async () => {
  const { code, err } = await runZnyw(['check', '--enviroment', 'prod']);

  expect(code).toBe(2);
  expect(err).toMatch(
    /^error: unknown option "--enviroment"; did you mean "--environment"\? known: --environment, --vms, /,
  );
});

const failing = (error: unknown): Command => ({
  name: 'fail',
  summary: { en: '', zh: '' },
  usage: '',
  details: { en: '', zh: '' },
  examples: [],
  options: {},
  execute: () => Promise.reject(error),
});

async function failureOf(error: unknown): Promise<readonly [number, string]> {
  let err = '';
  const terminal: Terminal = {
    out: () => undefined,
    err: (text) => void (err += text),
    env: {},
    stdin: async function* () {},
    isTerminal: false,
    errIsTerminal: false,
  };
  return [await runCommand(['fail'], terminal, [failing(error)]), err];
}

test('what an operator can act on is told without a stack, with the remedy', async () => {
  expect(await failureOf(new OperatorError('svn is not there', 'Install it.'))).toEqual([
    exitCode.couldNotRun,
    'error: svn is not there\n  to fix: Install it.\n',
  ]);
});

test('a bug of ours is told with its stack, and exits with 70', async () => {
  const [code, err] = await failureOf(new TypeError('x is not a function'));

  expect(code).toBe(70);
  expect(err).toMatch(/^error: a bug of znyw\nTypeError: x is not a function\n +at .*run-command\.test\.ts/);
});
