import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prod } from '../lib/environments/prod';
import { contentHash, PUBLISHED } from '../lib/delivery/svn/published-property';
import { TestRepository } from '../lib/delivery/svn/testing-repository';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { build } from '../lib/app/build-app';

const ROOT = join(__dirname, '..');

// Each publication runs a dozen programs.
jest.setTimeout(120_000);

/** The settings of svn and the folder for temporary files are those of the repository, and the locale has only ASCII. */
function environment(repository: TestRepository) {
  return { ...process.env, LC_ALL: 'C', HOME: repository.root, TMPDIR: join(repository.root, 'tmp') };
}

function wordsOf(repository: TestRepository, options: readonly string[]): readonly string[] {
  return [join(ROOT, 'cli', 'znyw.js'), 'publish', repository.url, '--environment', 'prod', ...options];
}

/** Runs `znyw publish` as a person does. */
function publish(repository: TestRepository, ...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, wordsOf(repository, options), {
    cwd: repository.root,
    encoding: 'utf8',
    env: environment(repository),
  });
  return { status, stdout, stderr };
}

/** Runs it until it says that a step begins, and kills it there. */
async function killAt(repository: TestRepository, title: string): Promise<void> {
  const child = spawn(process.execPath, wordsOf(repository, []), {
    cwd: repository.root,
    env: environment(repository),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes(title)) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

testsWithProgram('svn', () => {
  const files = build(prod).prepare().files;

  test('npx znyw publish commits what a synth writes, and is done when it is run again', () =>
    TestRepository.use(async (repository) => {
      const rehearsed = publish(repository, '--dry-run');
      const first = publish(repository, '--message', '首次发布');
      const second = publish(repository);

      expect(rehearsed.status).toBe(0);
      expect(rehearsed.stdout).toContain('[dry run] not executed: svn mkdir');
      expect(first.stderr).toContain('Remove the working copy\n');
      expect({ status: first.status, last: first.stdout.split('\n').at(-2) }).toEqual({
        status: 0,
        last: 'committed revision 3',
      });
      expect(repository.namesIn('prod')).toEqual([...files.keys()].sort());
      for (const [name, text] of files) expect(repository.read(`prod/${name}`)).toBe(text);
      expect(repository.lastMessage).toMatch(/^首次发布\n\nsource: (?:[0-9a-f]{40}|not known)/);
      expect(second).toMatchObject({ status: 0, stdout: 'nothing to do: SVN has prod as it is to be\n' });
      return Promise.resolve();
    }));

  test('a change by hand exits with 1 and its diff, until it is overwritten', () =>
    TestRepository.use(async (repository) => {
      publish(repository);
      const text = repository.read('prod/focus-web.k8s.yaml');
      repository.edit('prod', 'focus-web.k8s.yaml', text.replace(/(image: .*focus-web):.*/, '$1:by-hand'));

      const stopped = publish(repository);
      const done = publish(repository, '--overwrite-drift');

      expect(stopped.status).toBe(1);
      expect(stopped.stdout).toContain('/znyw/focus-web:by-hand\n');
      expect(stopped.stderr).toContain(
        'error: SVN revision 4 (li) changed prod/focus-web.k8s.yaml by hand since it was published\n' +
          '  to fix: Bring the change into lib/, or publish with --overwrite-drift.\n',
      );
      expect(done.status).toBe(0);
      expect(repository.lastMessage).toContain('restarts: Deployment/znyw-prod/focus-web\n');
      expect(repository.read('prod/focus-web.k8s.yaml')).toBe(text);
      return Promise.resolve();
    }));

  test('killed at any step, it starts again cleanly and leaves nothing behind', () =>
    TestRepository.use(async (repository) => {
      for (const title of ['Make file', 'Check out', 'Look for changes', 'Write what', 'Commit', 'Remove the']) {
        await killAt(repository, title);
      }
      // What a killed one had sent to the server may still be committed, while the next one is under way.
      const outcomes = [publish(repository), publish(repository)];

      expect(outcomes.at(-1)).toMatchObject({ status: 0, stdout: 'nothing to do: SVN has prod as it is to be\n' });
      expect(repository.namesIn('prod')).toEqual([...files.keys()].sort());
      for (const [name, text] of files) {
        expect(repository.property(PUBLISHED, `prod/${name}`)).toBe(contentHash(text));
      }
      expect(readdirSync(join(repository.root, 'tmp')).filter((name) => name.startsWith('znyw-publish-'))).toEqual([]);
    }));

  test('a repository that is not there exits with 3, and without a stack', () =>
    TestRepository.use(async (repository) => {
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, 'cli', 'znyw.js'), 'publish', 'file:///nowhere/at all', '--environment', 'test'],
        { encoding: 'utf8', env: environment(repository) },
      );

      expect(status).toBe(3);
      expect(stderr).toContain('nothing was committed; no working copy is left\n');
      expect(stderr).toContain(
        'error: there is no SVN repository at file:///nowhere/at%20all\n  to fix: Correct the URL.\n',
      );
      expect(stderr).not.toMatch(/\n\s+at /);
      return Promise.resolve();
    }));
});
