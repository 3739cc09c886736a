import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testsWithProgram } from '../../workloads/testing/tests-with-program';
import { PublicationRefused } from './publication-refused';
import type { RunProgram } from './run-program';
import { aFileOf, publishTo } from './testing-publication';
import { TestRepository } from './testing-repository';

// Each publication runs a dozen programs.
jest.setTimeout(60_000);

const A = 'a.k8s.yaml';
const B = 'b.k8s.yaml';
const A1 = aFileOf('a', 'a:1');
const A2 = aFileOf('a', 'a:2');
const B1 = aFileOf('b', 'b:1');

/** Runs something before the first command of svn with this word. */
function before(repository: TestRepository, word: string, act: () => void): RunProgram {
  let done = false;
  return (program, args, options) => {
    if (args[0] === word && !done) {
      done = true;
      act();
    }
    return repository.run(program, args, options);
  };
}

testsWithProgram('svn', () => {
  test('of two who publish at once the second is told, whichever files they touch, and nothing is lost', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1, [B]: B1 } });
      const first = () => repository.edit('test', 'unused', 'x');
      const other = await publishTo(repository, {
        files: { [A]: A2, [B]: B1 },
        run: before(repository, 'commit', first),
      });

      expect(other.error).toBeInstanceOf(PublicationRefused);
      expect(other.error).toMatchObject({
        message: `somebody else committed to ${repository.urlOf('test')} meanwhile, so SVN refused this commit as out of date`,
        remedy: 'Publish again: it starts from what stands there now, and shows what was changed by hand.',
      });
      expect(other.progress).toContain('nothing was committed; no working copy is left\n');
      expect(repository.read(`test/${A}`)).toBe(A1);
      expect((await publishTo(repository, { files: { [A]: A2, [B]: B1 } })).error).toBeUndefined();
    }));

  test('of two real publications at the same time one is committed whole, and the other is refused', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1, [B]: B1 } });

      const outcomes = await Promise.all([
        publishTo(repository, { files: { [A]: A2, [B]: B1 } }),
        publishTo(repository, { files: { [A]: A1, [B]: aFileOf('b', 'b:2') } }),
      ]);

      expect(outcomes.filter(({ error }) => error === undefined)).toHaveLength(1);
      expect(outcomes.some(({ error }) => error instanceof PublicationRefused)).toBe(true);
      expect(repository.revision).toBe(4);
      expect(repository.leftovers).toEqual([]);
    }));

  test('two who make the folder at once: the second is told as well', () =>
    TestRepository.use(async (repository) => {
      const first = () => repository.svn('mkdir', '--message', 'first', repository.urlOf('test'));
      const run = before(repository, 'mkdir', first);

      const { error } = await publishTo(repository, { files: { [A]: A1 }, run });

      expect(error).toBeInstanceOf(PublicationRefused);
      expect((await publishTo(repository, { files: { [A]: A1 } })).error).toBeUndefined();
    }));

  test('an answer that is lost on its way back is not taken for a no', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      const run: RunProgram = async (program, args, options) => {
        const result = await repository.run(program, args, options);
        if (args[0] !== 'commit') return result;
        return { status: 1, stdout: '', stderr: 'svn: E210002: Network connection closed unexpectedly\n' };
      };

      const { error, progress } = await publishTo(repository, { files: { [A]: A2 }, run });

      expect(error).toMatchObject({ failure: 'not-reachable' });
      expect(progress).toContain('whether it was committed is not established; no working copy is left\n');
      expect((await publishTo(repository, { files: { [A]: A2 } })).result).toContain('nothing to do');
    }));

  test('a lock of somebody else is told with the owner before anything is sent', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      repository.svn('lock', '--username', 'li', '--message', 'mine', repository.urlOf(`test/${A}`));

      const { error } = await publishTo(repository, { files: { [A]: A2 } });

      expect(error).toMatchObject({
        failure: 'locked',
        message: `files in ${repository.urlOf('test')} are locked in SVN: a.k8s.yaml by li`,
      });
    }));

  test('a lock that is taken at the last moment is told too', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      const lock = () => repository.svn('lock', '--username', 'li', repository.urlOf(`test/${A}`));

      const { error } = await publishTo(repository, { files: { [A]: A2 }, run: before(repository, 'commit', lock) });

      expect(error).toMatchObject({ failure: 'locked' });
    }));

  test('a hook that refuses is told with its words', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      const hook = join(repository.folder, 'hooks', 'pre-commit');
      writeFileSync(hook, '#!/bin/sh\necho "write a ticket" >&2\nexit 1\n');
      chmodSync(hook, 0o755);

      const { error } = await publishTo(repository, { files: { [A]: A2 } });

      expect(error).toMatchObject({
        failure: 'refused-by-hook',
        message: `a hook of the repository refused the commit to ${repository.urlOf('test')} (write a ticket)`,
      });
    }));

  test('a folder that is not there, and a repository that is not there, are 2 answers', () =>
    TestRepository.use(async (repository) => {
      const folder = await publishTo(repository, { url: `${repository.urlOf('')}/nowhere` });
      rmSync(repository.folder, { recursive: true });
      const none = await publishTo(repository, { files: { [A]: A1 } });

      expect(folder.error).toMatchObject({ failure: 'not-found' });
      expect(none.error).toMatchObject({ failure: 'no-repository' });
    }));
});
