import type { ProgramResult, RunProgram } from '../svn/run-program';
import { gitFiles } from './git-files';

const COMMIT = 'a'.repeat(40);
const BLOB = 'b'.repeat(40);
const state = { revision: 'HEAD', folder: '.', path: 'dist' };

/** Answers each command of git by its name, and notes how it was called. */
function aGit(answers: Readonly<Record<string, Partial<ProgramResult>>>) {
  const calls: (readonly string[])[] = [];
  const run: RunProgram = (program, args) => {
    calls.push([program, ...args]);
    return Promise.resolve({ status: 0, stdout: '', stderr: '', ...answers[args[0] ?? ''] });
  };
  return { run, calls };
}

const found = {
  'rev-parse': { stdout: `${COMMIT}\n` },
  'ls-tree': {
    stdout: [
      `100644 blob ${BLOB}       3\tdist/prod/a.yaml`,
      `100644 blob ${BLOB}       3\tdist/prod/README.md`,
      `120000 blob ${BLOB}       3\tdist/prod/link.yaml`,
      '',
    ].join('\0'),
  },
  'cat-file': { stdout: `${BLOB} blob 3\na\n\xff\n` },
};

test('the manifests of a commit are read byte by byte; links are told', async () => {
  const { run, calls } = aGit(found);

  expect(await gitFiles(run, state)).toEqual({
    files: new Map([['prod/a.yaml', Buffer.from([0x61, 0x0a, 0xff])]]),
    unread: [{ file: 'prod/link.yaml', reason: 'is a link or a submodule, not a file' }],
  });
  expect(calls).toEqual([
    ['git', 'rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'],
    ['git', 'ls-tree', '-r', '-z', '--long', COMMIT, '--', 'dist/'],
    ['git', 'cat-file', '--batch'],
  ]);
});

test.each(['--output=x', '-x', '', 'a b', 'a\nb', 'a\0b'])(
  'the revision %j never gets to git, as an option or otherwise',
  async (revision) => {
    const { run, calls } = aGit(found);

    await expect(gitFiles(run, { ...state, revision })).rejects.toThrow(/^git knows no commit "/);
    expect(calls.flat().filter((word) => revision !== '' && word.includes(revision))).toEqual([]);
  },
);

test('git that is missing, no checkout, and a checkout that git refuses are 3 answers', async () => {
  const missing: RunProgram = () => Promise.reject(new Error('spawn git ENOENT'));
  const none = aGit({ 'rev-parse': { status: 128, stderr: 'fatal: not a git repository (or any parent)\n' } });
  const refusing = aGit({ 'rev-parse': { status: 128, stderr: "fatal: detected dubious ownership in '/x'\nmore\n" } });

  await expect(gitFiles(missing, state)).rejects.toMatchObject({
    message: 'git could not be started',
    remedy: 'Install git, so that it is on the PATH.',
  });
  await expect(gitFiles(none.run, state)).rejects.toMatchObject({
    message: 'this folder is in no git checkout',
    remedy: 'Run it in the checkout of the program.',
  });
  await expect(gitFiles(refusing.run, state)).rejects.toThrow(
    "git cannot read this checkout (fatal: detected dubious ownership in '/x')",
  );
});

test('a commit without the folder says so', async () => {
  const { run } = aGit({ ...found, 'ls-tree': { stdout: '' } });

  await expect(gitFiles(run, state)).rejects.toThrow('git:HEAD has no folder dist/ here');
});

test('a file that is too large, and an object that git lacks, are named', async () => {
  const large = aGit({ ...found, 'ls-tree': { stdout: `100644 blob ${BLOB} 99999999\tdist/a.yaml\0` } });
  const lacking = aGit({ ...found, 'cat-file': { stdout: `${BLOB} missing\n` } });

  await expect(gitFiles(large.run, state)).rejects.toThrow(
    'git:HEAD has a file a.yaml of 99999999 bytes; at most 8388608 are read',
  );
  await expect(gitFiles(lacking.run, state)).rejects.toThrow('git cannot read prod/a.yaml (missing)');
});
