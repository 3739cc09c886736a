import type { RunProgram } from '../lib/delivery/svn/run-program';
import { CommandInput } from './command-input';
import { publish } from './publish';
import { runPublish } from './publish/run-publish';
import { runZnyw } from './testing-terminal';

const URL = 'https://svn.bank.example/deploy';

test.each([
  ['no URL', ['--environment', 'prod'], 'the SVN URL is missing; expected znyw publish <svn-url> --environment <name>'],
  ['2 URLs', [URL, URL, '--environment', 'prod'], `"${URL}" follows the SVN URL; 1 URL is expected`],
  ['no environment', [URL], '--environment is missing; known: test, prod'],
  [
    'an unknown environment',
    [URL, '--environment', 'prd'],
    'unknown environment "prd"; did you mean "prod"? known: test, prod',
  ],
  [
    'no URL of SVN',
    ['/srv/svn', '--environment', 'prod'],
    '"/srv/svn" is no SVN URL; expected file://, svn://, svn+ssh://, http:// or https://',
  ],
  ['a password as an option', [URL, '--password', 'x'], 'unknown option "--password"; known: --environment, --message'],
])('%s is wrong usage', async (_, args, message) => {
  const { code, out, err } = await runZnyw(['publish', ...args]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`error: ${message}`);
});

test('a URL with a password in it is refused without repeating it', async () => {
  const { code, err } = await runZnyw([
    'publish',
    'https://wang:S3cret@svn.bank.example/deploy',
    '--environment',
    'prod',
  ]);

  expect(code).toBe(2);
  expect(err).not.toContain('S3cret');
});

test('--password-from-stdin with nothing there is told before anything is done', async () => {
  const { code, out, err } = await runZnyw(['publish', URL, '--environment', 'prod', '--password-from-stdin']);

  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toBe(
    'error: standard input has no password\n  to fix: Write the password, and nothing else, to standard input.\n',
  );
});

/** Publishes with a stand-in for svn and git, and notes how they were called. */
async function published(options: Readonly<Record<string, string>>, run: RunProgram, input = '') {
  const calls: { line: string; input: string | undefined }[] = [];
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    env: {},
    stdin: async function* () {
      yield Promise.resolve(Buffer.from(input));
    },
    isTerminal: false,
    errIsTerminal: false,
  };
  const noted: RunProgram = (program, args, settings) => {
    calls.push({ line: [program, ...args].join(' '), input: settings?.input });
    return run(program, args, settings);
  };
  const commandInput = new CommandInput(
    [URL],
    new Map(Object.entries(options).map(([name, value]) => [name, [value]])),
  );
  // The error of an operation is printed by runCommand; here it is what is asked for.
  const code = await runPublish(commandInput, terminal, noted).catch((error: unknown) => String(error));
  return { code, out, err, calls };
}

test('the first line of standard input is the password, which only the standard input of svn gets to see', async () => {
  const refusing: RunProgram = () =>
    Promise.resolve({
      status: 1,
      stdout: '',
      stderr: 'svn: E170001: Authentication error from server: Password incorrect\n',
    });
  const options = { environment: 'prod', username: 'wang', 'password-from-stdin': '' };

  const { code, out, err, calls } = await published(options, refusing, 'S3cret\r\nmore\n');

  expect(calls).toEqual([
    {
      line: `svn info --show-item revision ${URL}@ --username wang --password-from-stdin --non-interactive --no-auth-cache`,
      input: 'S3cret\n',
    },
  ]);
  expect(code).toContain('SVN does not authorize the access');
  expect([code, out, err].join('\n')).not.toContain('S3cret');
});

test('another commit at the same time exits with 1 and says what to do', async () => {
  const outOfDate: RunProgram = (_, args) =>
    Promise.resolve(
      args[0] === 'mkdir'
        ? { status: 1, stdout: '', stderr: 'svn: E160020: File already exists\n' }
        : args[0] === 'list'
          ? { status: 1, stdout: '', stderr: 'svn: W160013: not found\n' }
          : { status: 0, stdout: '7\n', stderr: '' },
    );

  const { code, err } = await published({ environment: 'test' }, outOfDate);

  expect(code).toBe(1);
  expect(err.split('\n').slice(-4)).toEqual([
    'nothing was committed; no working copy is left',
    `error: somebody else committed to ${URL} meanwhile, so SVN refused this commit as out of date`,
    '  to fix: Publish again: it starts from what stands there now, and shows what was changed by hand.',
    '',
  ]);
});

test('production compares its images with the test environment, the test environment with nobody', async () => {
  const missing: RunProgram = () => Promise.reject(new Error('spawn svn ENOENT'));

  const prod = await published({ environment: 'prod' }, missing);
  const test = await published({ environment: 'test' }, missing);

  expect(prod.err).toContain('Compare the images with those of the test environment\n');
  expect(test.err).toContain(
    'Compare the images with those of the test environment: skipped, test is not production\n',
  );
  expect(prod.code).toBe('SvnError: svn could not be started');
});

test('the help tells it in both languages, word for word of one kind', async () => {
  const english = await runZnyw(['publish', '--help', '--lang', 'en']);
  const chinese = await runZnyw(['publish', '--help', '--lang', 'zh']);

  for (const option of Object.keys(publish.options)) {
    expect(english.out).toContain(`--${option}`);
    expect(chinese.out).toContain(`--${option}`);
  }
  expect(english.out).toContain('Commits the YAML of an environment to SVN');
  expect(chinese.out).toContain('将某个环境的 YAML 提交到 SVN');
});
