import type { ProgramOptions, RunProgram } from './run-program';
import { SvnClient } from './svn-client';
import { SvnError } from './svn-error';

const URL = 'file:///srv/deploy';

/** A stand-in for svn that notes how it was called. */
function aRunner(answer: { status?: number; stdout?: string; stderr?: string } = {}) {
  const calls: { args: readonly string[]; options: ProgramOptions | undefined }[] = [];
  const run: RunProgram = (_, args, options) => {
    calls.push({ args, options });
    return Promise.resolve({ status: 0, stdout: '', stderr: '', ...answer });
  };
  return { run, calls };
}

test('the password goes to standard input, never into the arguments, and is not kept', async () => {
  const { run, calls } = aRunner();

  await new SvnClient(run, URL, { username: 'wang', password: 'S3cret' }).ask(['list', URL]);

  expect(calls).toEqual([
    {
      args: ['list', URL, '--username', 'wang', '--password-from-stdin', '--non-interactive', '--no-auth-cache'],
      options: { cwd: undefined, env: { LANGUAGE: 'en' }, input: 'S3cret\n' },
    },
  ]);
});

test('without a password svn may ask at the terminal, so its standard input is left alone', async () => {
  const { run, calls } = aRunner();

  await new SvnClient(run, URL).ask(['list', URL]);

  expect(calls).toEqual([{ args: ['list', URL], options: { cwd: undefined, env: { LANGUAGE: 'en' } } }]);
});

test('what asks no server gets no user name', async () => {
  const { run, calls } = aRunner();

  await new SvnClient(run, URL, { username: 'wang' }).change(['add', 'a'], { cwd: '/tmp/copy' });

  expect(calls.map(({ args }) => args)).toEqual([['add', 'a']]);
});

test('a rehearsal runs what reads, and shows what would change, as a shell would take it', async () => {
  const { run, calls } = aRunner({ stdout: 'read' });
  const shown: string[] = [];
  const svn = new SvnClient(run, URL, { username: 'wang', password: 'S3cret' }, (line) => shown.push(line));

  expect(await svn.ask(['list', URL])).toBe('read');
  expect(await svn.change(['mkdir', '--message', "it's new", `${URL}/prod`])).toBe('');
  expect(calls).toHaveLength(1);
  expect(shown).toEqual([
    `svn mkdir --message 'it'\\''s new' ${URL}/prod --username wang --password-from-stdin --non-interactive --no-auth-cache`,
  ]);
});

test('a failure names the URL, or what the command was about', async () => {
  const { run } = aRunner({ status: 1, stderr: 'svn: E180001: Unable to open repository\n' });
  const svn = new SvnClient(run, URL);

  await expect(svn.ask(['list'])).rejects.toThrow(`there is no SVN repository at ${URL}`);
  await expect(svn.ask(['list'], { about: 'file:///other' })).rejects.toThrow('at file:///other');
});

test('a svn that is not there is told as that', async () => {
  const svn = new SvnClient(() => Promise.reject(new Error('spawn svn ENOENT')), URL);

  await expect(svn.ask(['list'])).rejects.toThrow(SvnError);
  await expect(svn.ask(['list'])).rejects.toMatchObject({
    failure: 'not-installed',
    message: 'svn could not be started',
    remedy: 'Install subversion 1.10 or newer, so that svn is on the PATH.',
  });
});
