import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testsWithProgram } from '../../workloads/testing/tests-with-program';
import { contentHash, PUBLISHED } from './published-property';
import { PublicationRefused } from './publication-refused';
import { aFileOf, publishTo } from './testing-publication';
import { TestRepository } from './testing-repository';

// Each publication runs a dozen programs.
jest.setTimeout(60_000);

const A = 'a.k8s.yaml';
const B = 'b.k8s.yaml';
const A1 = aFileOf('a', 'a:1');
const A2 = aFileOf('a', 'a:2');
const B1 = aFileOf('b', 'b:1');

testsWithProgram('svn', () => {
  test('an edit by hand is shown as a diff with who made it, and stops the publication', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1, [B]: B1 } });
      repository.edit('test', A, A1.replace('a:1', 'a:hotfix'));

      const { error, result } = await publishTo(repository, { files: { [A]: A2, [B]: B1 } });

      expect(error).toEqual(
        new PublicationRefused(
          'SVN revision 4 (li) changed test/a.k8s.yaml by hand since it was published',
          'Bring the change into lib/, or publish with --overwrite-drift.',
        ),
      );
      expect(result).toContain(`--- ${A}\t(revision 3)\n+++ ${A}\t(revision 4)\n`);
      expect(result).toContain('-          image: a:1\n+          image: a:hotfix\n');
      expect(repository.revision).toBe(4);
      expect(repository.leftovers).toEqual([]);
    }));

  test('--overwrite-drift goes on, and the log says what it overwrote', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1, [B]: B1 } });
      repository.edit('test', A, A1.replace('a:1', 'a:hotfix'));
      repository.byHand('test', (copy) => repository.svn('delete', join(copy, B)));

      const { error } = await publishTo(repository, { files: { [A]: A2, [B]: B1 }, overwriteDrift: true });

      expect(error).toBeUndefined();
      expect(repository.read(`test/${A}`)).toBe(A2);
      expect(repository.read(`test/${B}`)).toBe(B1);
      expect(repository.lastMessage).toContain(
        'overwritten drift: SVN revision 4 (li) changed test/a.k8s.yaml by hand since it was published\n' +
          'overwritten drift: test/b.k8s.yaml was deleted in SVN since it was published\n',
      );
      expect((await publishTo(repository, { files: { [A]: A2, [B]: B1 } })).result).toContain('nothing to do');
    }));

  test('an edit by hand that was brought into the program is no drift any more', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      repository.edit('test', A, A2);

      const { error } = await publishTo(repository, { files: { [A]: A2 } });

      expect(error).toBeUndefined();
      expect(repository.property(PUBLISHED, `test/${A}`)).toBe(contentHash(A2));
      expect(repository.lastMessage).toContain(
        'marked as published: a.k8s.yaml\nobjects: 0 removed, 0 changed, 0 added\nrestarts: none\n',
      );
    }));

  test('a file that was edited and is not wanted any more is not deleted without a word', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1, [B]: B1 } });
      repository.edit('test', B, 'by hand');

      const { error } = await publishTo(repository, { files: { [A]: A1 } });

      expect(error).toMatchObject({
        message: 'SVN revision 4 (li) changed test/b.k8s.yaml by hand since it was published',
      });
      expect(repository.read(`test/${B}`)).toBe('by hand');
    }));

  test('a file of our name that somebody else put there stops it, with a diff against ours', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      repository.edit('test', B, B1.replace('b:1', 'b:theirs'));

      const { error, result } = await publishTo(repository, { files: { [A]: A1, [B]: B1 } });

      expect(error).toMatchObject({
        message: 'SVN revision 4 (li) put test/b.k8s.yaml there by hand: it was not published from here',
      });
      expect(result).toContain('what was published last is not known; - stands in SVN, + would be published\n');
      expect(result).toContain('-          image: b:theirs\n+          image: b:1\n');
    }));

  test('a symbolic link is never followed; overwriting puts a file in its place', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      const victim = join(repository.root, 'victim');
      writeFileSync(victim, 'precious');
      repository.byHand('test', (copy) => {
        repository.svn('delete', join(copy, A));
        symlinkSync(victim, join(copy, A));
        repository.svn('add', join(copy, A));
      });

      const stopped = await publishTo(repository, { files: { [A]: A2 } });
      const done = await publishTo(repository, { files: { [A]: A2 }, overwriteDrift: true });

      expect(stopped.error).toMatchObject({ message: 'SVN revision 4 (li) made test/a.k8s.yaml a symbolic link' });
      expect(stopped.result).not.toContain('precious');
      expect(done.error).toBeUndefined();
      expect(repository.read(`test/${A}`)).toBe(A2);
      expect(repository.property('svn:special', `test/${A}`)).toBe('');
      expect((await publishTo(repository, { files: { [A]: A2 } })).result).toContain('nothing to do');
    }));

  test('properties by hand that change line ends or keywords are removed with the drift that they cause', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      repository.byHand('test', (copy) => repository.svn('propset', '--quiet', 'svn:eol-style', 'CRLF', join(copy, A)));

      const stopped = await publishTo(repository, { files: { [A]: A1 } });
      const done = await publishTo(repository, { files: { [A]: A1 }, overwriteDrift: true });

      expect(stopped.error).toBeInstanceOf(PublicationRefused);
      expect(done.error).toBeUndefined();
      expect(repository.read(`test/${A}`)).toBe(A1);
      expect(repository.property('svn:eol-style', `test/${A}`)).toBe('');
    }));

  test('what somebody wrote into SVN cannot steer the terminal, and a long change is cut', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      repository.edit('test', A, `\u001b[2J${'x'.repeat(5000)}\n${'y\n'.repeat(5000)}`);

      const { result } = await publishTo(repository, { files: { [A]: A1 } });

      expect(result).not.toContain('\u001b');
      expect(result).toContain('+\\u001b[2Jxxx');
      expect(result.length).toBeLessThan(10_000);
      expect(result).toMatch(/… \d+ more lines\n/);
    }));

  test('a file that is far too large, or a folder in the place of a file, is refused before it is fetched', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });
      repository.edit('test', B, 'x'.repeat(4 * 2 ** 20 + 1));
      const large = await publishTo(repository, { files: { [A]: A1 } });
      repository.svn('delete', '--message', 'by hand', repository.urlOf(`test/${B}`));
      repository.svn('mkdir', '--message', 'by hand', repository.urlOf(`test/${B}`));
      const folder = await publishTo(repository, { files: { [A]: A1 } });

      expect(large.error).toMatchObject({
        message: `${repository.urlOf(`test/${B}`)} has 4194305 bytes; at most 4194304 are read`,
      });
      expect(folder.error).toMatchObject({
        message: `${repository.urlOf(`test/${B}`)} is a folder in SVN, where a file is expected`,
      });
    }));
});
