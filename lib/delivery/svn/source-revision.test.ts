import type { ProgramResult, RunProgram } from './run-program';
import { sourceText, trySourceRevision } from './source-revision';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** A stand-in for git. */
function git(head: Partial<ProgramResult>, status: Partial<ProgramResult> = {}): RunProgram {
  return (_, args) =>
    Promise.resolve({ status: 0, stdout: '', stderr: '', ...(args.includes('rev-parse') ? head : status) });
}

test.each([
  ['a clean checkout', git({ stdout: `${COMMIT}\n` }), { commit: COMMIT, isModified: false }],
  ['a changed one', git({ stdout: `${COMMIT}\n` }, { stdout: ' M main.ts\n' }), { commit: COMMIT, isModified: true }],
  ['no checkout', git({ status: 128 }), undefined],
  ['a checkout that git does not trust', git({ stdout: COMMIT }, { status: 128 }), undefined],
  ['an odd answer', git({ stdout: 'HEAD\n' }), undefined],
  ['a machine without git', () => Promise.reject(new Error('ENOENT')), undefined],
])('%s', async (_, run, revision) => {
  expect(await trySourceRevision(run, '/program')).toEqual(revision);
});

test.each([
  [{ commit: COMMIT, isModified: false }, COMMIT],
  [{ commit: COMMIT, isModified: true }, `${COMMIT}, modified`],
  [undefined, 'not known: the program is no git checkout'],
])('%j in a log', (revision, text) => {
  expect(sourceText(revision)).toBe(text);
});
